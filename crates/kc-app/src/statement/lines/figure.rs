//! One figure on a line.

use super::{LineRefusal, Side, Wrong, is_key, split, spoken};
use kc_domain::kernel::figure::Figure;
use kc_domain::statement::Entry;
use std::collections::BTreeMap;

/// What stands for a figure that was not published.
pub(super) const UNKNOWN: &str = "?";

pub(super) fn read_all(text: &str) -> Result<Vec<Entry>, LineRefusal> {
    let mut seen = BTreeMap::new();
    let mut entries = Vec::new();
    for (line, text) in spoken(text, Side::Figures)? {
        let refuse = |wrong| LineRefusal::new(Side::Figures, line, wrong);
        let entry = read(&text).map_err(refuse)?;
        if let Some(first) = seen.insert(entry.key.clone(), line) {
            let key = entry.key;
            return Err(refuse(Wrong::SameKey { key, first }));
        }
        entries.push(entry);
    }
    Ok(entries)
}

fn read(text: &str) -> Result<Entry, Wrong> {
    let Some((key, label, printed)) = split(text, '=') else {
        return Err(Wrong::NoFigure {
            text: text.to_owned(),
        });
    };
    if !is_key(key) {
        return Err(Wrong::Key {
            key: key.to_owned(),
        });
    }
    let printed = (printed != UNKNOWN).then(|| printed.to_owned());
    let figure = printed.as_deref().map(|printed| {
        Figure::parse(printed).map_err(|refusal| Wrong::Figure {
            printed: printed.to_owned(),
            refusal,
        })
    });
    Ok(Entry {
        key: key.to_owned(),
        label: label.map(str::to_owned),
        figure: figure.transpose()?,
        printed,
    })
}
