//! What the typesetter can see: our templates, our fonts, one paper. No disk, no network, no clock.

use std::sync::OnceLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The templates by name; the first is where typesetting begins.
const TEMPLATES: [(&str, &str); 6] = [
    ("paper.typ", include_str!("../template/paper.typ")),
    ("head.typ", include_str!("../template/head.typ")),
    ("body.typ", include_str!("../template/body.typ")),
    ("table.typ", include_str!("../template/table.typ")),
    ("foot.typ", include_str!("../template/foot.typ")),
    ("sign.typ", include_str!("../template/sign.typ")),
];

/// The name under which the templates read the paper.
const DATA: &str = "data.json";

/// Tinos in four styles, cut to Latin and Vietnamese; see `fonts/README.md`.
const FONTS: [&[u8]; 4] = [
    include_bytes!("../fonts/Tinos-Regular.ttf"),
    include_bytes!("../fonts/Tinos-Bold.ttf"),
    include_bytes!("../fonts/Tinos-Italic.ttf"),
    include_bytes!("../fonts/Tinos-BoldItalic.ttf"),
];

/// What all papers share, read once.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
}

fn shared() -> &'static Shared {
    static SHARED: OnceLock<Shared> = OnceLock::new();
    SHARED.get_or_init(|| {
        let fonts: Vec<Font> = FONTS
            .iter()
            .flat_map(|bytes| Font::iter(Bytes::new(*bytes)))
            .collect();
        let sources = TEMPLATES.iter().filter_map(|(name, text)| {
            let id = file(name)?;
            Some(Source::new(id, (*text).to_owned()))
        });
        Shared {
            library: LazyHash::new(<Library as LibraryExt>::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            sources: sources.collect(),
            fonts,
        }
    })
}

fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// Whether every style of the font has this letter.
pub(crate) fn has_letter(letter: char) -> bool {
    let letter = u32::from(letter);
    let mut fonts = shared().fonts.iter();
    fonts.all(|font| font.info().coverage.contains(letter))
}

/// One paper among the shared things.
pub(crate) struct Desk {
    shared: &'static Shared,
    main: FileId,
    data: FileId,
    paper: Bytes,
}

impl Desk {
    /// Lays a paper, as JSON, on the desk.
    pub(crate) fn with(paper: Vec<u8>) -> Option<Self> {
        let shared = shared();
        Some(Self {
            main: shared.sources.first()?.id(),
            data: file(DATA)?,
            paper: Bytes::new(paper),
            shared,
        })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let mut sources = self.shared.sources.iter();
        let found = sources.find(|source| source.id() == id).cloned();
        found.ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data {
            Ok(self.paper.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
