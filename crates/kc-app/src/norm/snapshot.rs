//! The rules a project was decided under, as the text that is kept with it and read again.

use super::block::name_of;
use super::file::parse;
use crate::kernel::{Done, Failure, Memo};
use kc_domain::norm::{Book, Named, Norm};
use std::collections::BTreeMap;
use std::sync::Arc;

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
    // A rule that names no instrument itself has that of its file.
    let names_none = |norm: &&&Norm| norm.text.lines().all(|line| name_of(line) != "act");
    let act = norms.iter().find(names_none).unwrap_or(first);
    let mut text = format!(
        "key = \"{}\"\ntitle = \"{}\"\narea = \"{}\"\nedition = {}\nact = {}\n",
        first.file,
        first.file,
        first.area,
        first.version,
        quoted(&act.citation.instrument),
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
pub(super) fn of_snapshot(text: &str) -> Done<Arc<Book>> {
    static READ: Memo<Book> = Memo::new();
    READ.read(text, read)
}

fn read(text: &str) -> Done<Book> {
    let mut book = Book::default();
    for file in text.split(BETWEEN) {
        let parsed = parse(file, None);
        let parsed = parsed.or(Err(Failure::Internal("a snapshot of rules".to_owned())))?;
        book.add(parsed.book);
    }
    Ok(book)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::norm::reference;

    fn sorted(book: &Book) -> Vec<Norm> {
        let mut norms = book.norms.clone();
        norms.sort_by_key(Norm::path);
        norms
    }

    #[test]
    fn every_rule_comes_back_from_its_snapshot_as_it_was() {
        let kept = of_snapshot(&snapshot(reference())).unwrap();
        assert_eq!(sorted(&kept), sorted(reference()));
        assert_eq!(
            (&kept.kinds, &kept.facts),
            (&reference().kinds, &reference().facts)
        );
    }

    #[test]
    fn a_rule_keeps_its_own_instrument_beside_that_of_its_file() {
        let rule = |key: &str, act: &str| {
            format!("[[rule]]\nkey = \"{key}\"\nabout = \"ceiling\"\n{act}status = \"draft\"\n\n")
        };
        let (own, plain) = (rule("a", "act = \"Luật riêng\"\n"), rule("b", ""));
        let text =
            format!("key = \"x\"\ntitle = \"x\"\nact = \"Luật \\\"chung\\\"\"\n\n{own}{plain}");
        let book = parse(&text, Some(7)).unwrap().book;
        assert_eq!(*of_snapshot(&snapshot(&book)).unwrap(), book);
    }
}
