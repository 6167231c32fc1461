//! The rules a project was decided under, as the text that is kept with it and read again.

use super::file::parse;
use crate::kernel::{Done, Failure};
use kc_domain::norm::{Book, Named, Norm};
use std::collections::BTreeMap;

/// Stands between the files of a snapshot.
const BETWEEN: &str = "\n#----\n";

/// The rules of a book as text: of each file its head, and its rules word for word.
pub(super) fn snapshot(book: &Book) -> String {
    let mut files: BTreeMap<_, Vec<&Norm>> = BTreeMap::new();
    for norm in &book.norms {
        files
            .entry((&norm.file, norm.version))
            .or_default()
            .push(norm);
    }
    let names = names(book);
    let texts: Vec<_> = files.values().map(|norms| file(norms)).collect();
    [names]
        .into_iter()
        .chain(texts)
        .collect::<Vec<_>>()
        .join(BETWEEN)
}

/// The kinds and facts, so that the rules can be read with their names as they were.
fn names(book: &Book) -> String {
    let mut text = "key = \"names\"\ntitle = \"names\"\n".to_owned();
    let tables = [("kind", &book.kinds), ("fact", &book.facts)];
    for (table, named) in tables {
        for Named {
            key,
            name,
            is_paper,
        } in named
        {
            let (vi, en) = (quoted(&name.vi), quoted(&name.en));
            let paper = if *is_paper { "paper = true\n" } else { "" };
            let row = format!("[[{table}]]\nkey = \"{key}\"\nvi = {vi}\nen = {en}\n{paper}");
            text.push_str(&row);
        }
    }
    text
}

fn file(norms: &[&Norm]) -> String {
    let Some(first) = norms.first() else {
        return String::new();
    };
    let mut text = format!(
        "key = \"{}\"\ntitle = \"{}\"\narea = \"{}\"\nedition = {}\nact = {}\n",
        first.file,
        first.file,
        first.area,
        first.version,
        quoted(&first.citation.instrument),
    );
    for norm in norms {
        text.extend(["\n", &norm.text, "\n"]);
    }
    text
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Reads what [`snapshot`] wrote.
pub(super) fn of_snapshot(text: &str) -> Done<Book> {
    let mut book = Book::default();
    for file in text.split(BETWEEN) {
        let parsed = parse(file, None);
        let parsed = parsed.or(Err(Failure::Internal("a snapshot of rules".to_owned())))?;
        book.add(parsed.book);
    }
    Ok(book)
}
