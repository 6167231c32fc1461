//! The files of the repository, read once.

use crate::fault::Fault;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// One file: its size, and its text where it is UTF-8.
pub(crate) struct File {
    pub(crate) bytes: u64,
    pub(crate) text: Option<String>,
}

/// All files, by their path from the root, in alphabetical order.
#[derive(Default)]
pub(crate) struct Tree(BTreeMap<String, File>);

impl Tree {
    /// Reads every file that git tracks or would add.
    pub(crate) fn read(root: &Path) -> Result<Self, Fault> {
        let listing = Command::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(root)
            .output()
            .map_err(Fault::while_doing("cannot run git"))?;
        if !listing.status.success() {
            return Err(Fault::new(
                "git ls-files failed: tidy needs a git checkout.",
            ));
        }
        let names = String::from_utf8_lossy(&listing.stdout).into_owned();
        let mut tree = Self::default();
        // A file that git still lists but nobody has any more is on its way out.
        for name in names
            .split_terminator('\0')
            .filter(|name| root.join(name).is_file())
        {
            let bytes = std::fs::read(root.join(name)).map_err(Fault::while_doing(name))?;
            tree.add(name, bytes);
        }
        Ok(tree)
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let file = File {
            bytes: size,
            text: String::from_utf8(bytes).ok(),
        };
        self.0.insert(path.to_owned(), file);
    }

    /// A tree made of texts, for tests.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.add(path, text.as_bytes().to_vec());
        }
        tree
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Whether some file lies in this folder.
    pub(crate) fn has_folder(&self, path: &str) -> bool {
        let prefix = format!("{path}/");
        self.0.keys().any(|file| file.starts_with(&prefix))
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path)?.text.as_deref()
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &File)> {
        self.0.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// The texts below `folder` whose name ends in `ending`.
    pub(crate) fn texts<'t>(
        &'t self,
        folder: &'t str,
        ending: &'t str,
    ) -> impl Iterator<Item = (&'t str, &'t str)> {
        self.files()
            .filter(move |(path, _)| path.starts_with(folder) && path.ends_with(ending))
            .filter_map(|(path, file)| Some((path, file.text.as_deref()?)))
    }
}
