//! Reading of `Cargo.toml`, as far as the checks need it.

/// One line of a dependency table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Dependency<'t> {
    pub(crate) line: usize,
    pub(crate) name: &'t str,
    /// Listed under `[dev-dependencies]`: the product does not carry it.
    pub(crate) dev: bool,
    /// Takes its version from the list in the root manifest.
    pub(crate) from_the_list: bool,
}

/// The dependencies a manifest names.
pub(crate) fn dependencies(manifest: &str) -> Vec<Dependency<'_>> {
    let mut table = "";
    let mut found = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            table = line.trim_matches(['[', ']']);
        } else if table.ends_with("dependencies")
            && let Some((left, right)) = line.split_once('=')
            && !line.starts_with('#')
        {
            let name = left.trim().split('.').next().unwrap_or_default();
            found.push(Dependency {
                line: index.saturating_add(1),
                name,
                dev: table == "dev-dependencies",
                from_the_list: left.contains(".workspace") || right.contains("workspace = true"),
            });
        }
    }
    found
}

/// Whether the manifest takes its lints from the root.
pub(crate) fn takes_the_lints(manifest: &str) -> bool {
    manifest.contains("[lints]\nworkspace = true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_a_dependency_are_read() {
        let text = "[dependencies]\n# why\na.workspace = true\nb = { workspace = true, optional = true }\n\n[dev-dependencies]\nc = \"1\"\n\n[features]\nd = []\n";
        let names: Vec<_> = dependencies(text)
            .iter()
            .map(|d| (d.name, d.dev, d.from_the_list))
            .collect();
        assert_eq!(
            names,
            [("a", false, true), ("b", false, true), ("c", true, false)]
        );
    }
}
