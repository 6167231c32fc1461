//! What a file that came from outside is: its extension and its first bytes must agree.

/// Most entries of a packed file that are looked at; office files hold some dozens.
const ENTRIES_MAX: usize = 20_000;

/// The record that ends a packed file, without its remark, in bytes.
const END_RECORD: usize = 22;

/// The head of one entry of the list of a packed file, in bytes.
const ENTRY_HEAD: usize = 46;

/// A kind of file that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// Word, without macros.
    Docx,
    /// Excel, without macros.
    Xlsx,
}

/// Why a file is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Its extension is none of ours.
    Kind,
    /// Its bytes are not what its extension says.
    Differs,
    /// It carries macros.
    Macros,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Png, Self::Jpeg, Self::Docx, Self::Xlsx];

    /// The media type, as browsers are told.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The kind of a media type that was kept.
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.media_type() == media_type)
    }

    fn of_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "pdf" => Some(Self::Pdf),
            "png" => Some(Self::Png),
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "docx" => Some(Self::Docx),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// Recognises a file by its name and its bytes together.
pub fn recognise(name: &str, bytes: &[u8]) -> Result<FileKind, Unfit> {
    let kind = FileKind::of_name(name).ok_or(Unfit::Kind)?;
    let fits = match kind {
        FileKind::Pdf => bytes.starts_with(b"%PDF-"),
        FileKind::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        FileKind::Jpeg => bytes.starts_with(b"\xff\xd8\xff"),
        FileKind::Docx => return packed(bytes, "word/document.xml").map(|()| kind),
        FileKind::Xlsx => return packed(bytes, "xl/workbook.xml").map(|()| kind),
    };
    if fits { Ok(kind) } else { Err(Unfit::Differs) }
}

/// A packed office file holds its list of types and its main part, and no macros.
fn packed(bytes: &[u8], main: &str) -> Result<(), Unfit> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(Unfit::Differs);
    }
    let names = entry_names(bytes).ok_or(Unfit::Differs)?;
    if names.iter().any(|name| name.ends_with("vbaproject.bin")) {
        return Err(Unfit::Macros);
    }
    let holds = |wanted: &str| names.iter().any(|name| name == wanted);
    if holds("[content_types].xml") && holds(main) {
        Ok(())
    } else {
        Err(Unfit::Differs)
    }
}

/// The names in the list at the end of a packed file, in lower case; `None` where the list is
/// broken.
fn entry_names(bytes: &[u8]) -> Option<Vec<String>> {
    let end = bytes
        .windows(END_RECORD)
        .rposition(|window| window.starts_with(b"PK\x05\x06"))?;
    let count = usize::from(two(bytes, end.checked_add(10)?)?);
    let mut at = four(bytes, end.checked_add(16)?)?;
    let mut names = Vec::new();
    for _ in 0..count.min(ENTRIES_MAX) {
        if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
            return None;
        }
        let [name, extra, remark] = [28, 30, 32].map(|offset| two(bytes, at.checked_add(offset)?));
        let start = at.checked_add(ENTRY_HEAD)?;
        let stop = start.checked_add(usize::from(name?))?;
        let text = String::from_utf8_lossy(bytes.get(start..stop)?).to_lowercase();
        names.push(text);
        at = stop
            .checked_add(usize::from(extra?))?
            .checked_add(usize::from(remark?))?;
    }
    Some(names)
}

fn two(bytes: &[u8], at: usize) -> Option<u16> {
    let slice = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(slice.try_into().ok()?))
}

fn four(bytes: &[u8], at: usize) -> Option<usize> {
    let slice = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(slice.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A packed file with empty entries of these names.
    fn pack(names: &[&str]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        let start = u32::try_from(bytes.len()).unwrap();
        for name in names {
            let mut head = [0u8; ENTRY_HEAD];
            head[..4].copy_from_slice(b"PK\x01\x02");
            head[28..30].copy_from_slice(&u16::try_from(name.len()).unwrap().to_le_bytes());
            bytes.extend(head);
            bytes.extend(name.as_bytes());
        }
        let mut end = [0u8; END_RECORD];
        end[..4].copy_from_slice(b"PK\x05\x06");
        end[10..12].copy_from_slice(&u16::try_from(names.len()).unwrap().to_le_bytes());
        end[16..20].copy_from_slice(&start.to_le_bytes());
        bytes.extend(end);
        bytes
    }

    #[test]
    fn a_file_is_what_both_its_name_and_its_bytes_say() {
        let docx = pack(&["[Content_Types].xml", "word/document.xml"]);
        let xlsx = pack(&["[Content_Types].xml", "xl/workbook.xml"]);
        assert_eq!(recognise("QĐ 459.PDF", b"%PDF-1.7 ..."), Ok(FileKind::Pdf));
        assert_eq!(recognise("a.jpeg", b"\xff\xd8\xff\xe0"), Ok(FileKind::Jpeg));
        assert_eq!(recognise("a.docx", &docx), Ok(FileKind::Docx));
        assert_eq!(recognise("a.xlsx", &xlsx), Ok(FileKind::Xlsx));
        for (name, bytes) in [
            ("a.pdf", b"MZ\x90\0".as_slice()),
            ("a.png", b"%PDF-1.7"),
            ("a.docx", &xlsx),
            ("a.xlsx", b"PK\x03\x04 nothing else"),
            ("a.pdf", b""),
        ] {
            assert_eq!(recognise(name, bytes), Err(Unfit::Differs), "{name}");
        }
        for name in ["a.exe", "a.docm", "a", "a.pdf.exe", "a.svg", "a.html"] {
            assert_eq!(recognise(name, b"%PDF-1.7"), Err(Unfit::Kind), "{name}");
        }
    }

    #[test]
    fn macros_are_found_behind_an_innocent_name() {
        let names = [
            "[Content_Types].xml",
            "xl/workbook.xml",
            "xl/vbaProject.bin",
        ];
        assert_eq!(recognise("a.xlsx", &pack(&names)), Err(Unfit::Macros));
    }

    #[test]
    fn a_broken_list_is_refused_and_never_runs_away() {
        let mut bytes = pack(&["[Content_Types].xml", "xl/workbook.xml"]);
        let last = bytes.len() - 6;
        bytes[last..last + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(recognise("a.xlsx", &bytes), Err(Unfit::Differs));
    }
}
