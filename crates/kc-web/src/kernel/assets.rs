//! Files the browser loads, carried inside the program: styles, script, fonts, icons.
//!
//! All of them share one fingerprint in their address, so that a browser may keep them for
//! ever and a new version of the program is a new address.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::sync::OnceLock;

/// Tells browsers to keep a file for ever: its address changes when it does.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

/// One shipped file.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Its name, the last part of its address.
    pub name: &'static str,
    /// What it is, for `Content-Type`.
    pub content_type: &'static str,
    /// The file itself.
    pub bytes: &'static [u8],
}

macro_rules! assets {
    ($($name:literal $content_type:expr;)+) => {
        &[$(Asset {
            name: $name,
            content_type: $content_type,
            bytes: include_bytes!(concat!("../../static/", $name)),
        },)+]
    };
}

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";
const FONT: &str = "font/woff2";

/// Every shipped file.
pub const ALL: &[Asset] = assets! {
    "bootstrap.css" CSS;
    "kc.css" CSS;
    "kc.js" SCRIPT;
    "drafts.js" SCRIPT;
    "sending.js" SCRIPT;
    "icons.svg" SVG;
    "favicon.svg" SVG;
    "source-sans-3-latin-400.woff2" FONT;
    "source-sans-3-latin-600.woff2" FONT;
    "source-sans-3-latin-700.woff2" FONT;
    "source-sans-3-vietnamese-400.woff2" FONT;
    "source-sans-3-vietnamese-600.woff2" FONT;
    "source-sans-3-vietnamese-700.woff2" FONT;
};

/// The address of a shipped file, as in `/static/1f2e3d4c5b6a/kc.css`.
pub fn url(name: &str) -> String {
    format!("/static/{}/{name}", fingerprint())
}

/// The file at the part of an address behind `/static/`. An old fingerprint finds nothing,
/// so that no browser keeps a new file under an old address.
pub fn find(path: &str) -> Option<&'static Asset> {
    let (print, name) = path.split_once('/')?;
    if print != fingerprint() {
        return None;
    }
    ALL.iter().find(|asset| asset.name == name)
}

/// The fingerprint all files share, also their `ETag`.
pub fn fingerprint() -> &'static str {
    static PRINT: OnceLock<String> = OnceLock::new();
    PRINT.get_or_init(|| {
        let mut hash = Sha256::new();
        for asset in ALL {
            hash.update(asset.name);
            hash.update(asset.bytes);
        }
        let mut print = String::new();
        for byte in hash.finalize().iter().take(6) {
            // Writing to a string cannot fail.
            write!(print, "{byte:02x}").unwrap_or_default();
        }
        print
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_at_its_own_address_and_no_other() {
        let address = url("kc.css");
        let path = address.strip_prefix("/static/").unwrap();
        assert_eq!(find(path).unwrap().content_type, CSS);
        assert!(find("000000000000/kc.css").is_none());
        assert!(find(&path.replace("kc.css", "../Cargo.toml")).is_none());
        assert!(find("kc.css").is_none());
    }

    #[test]
    fn styles_load_nothing_from_outside_and_only_what_is_shipped() {
        for asset in ALL.iter().filter(|asset| asset.content_type == CSS) {
            let text = std::str::from_utf8(asset.bytes).unwrap();
            for reference in text.split("url(").skip(1) {
                let target = reference
                    .split(')')
                    .next()
                    .unwrap()
                    .trim_matches(['"', '\'']);
                let shipped = ALL.iter().any(|other| other.name == target);
                assert!(shipped || target.starts_with("data:image/svg"), "{target}");
            }
        }
    }
}
