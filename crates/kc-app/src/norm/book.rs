//! The book of rules: those of the program, and those provinces adopted.

use super::file::{Parsed, parse};
use crate::kernel::{Cx, Done};
use kc_domain::norm::{Book, Case, Explanation, explain as explain_by};
use kc_domain::policy::Action;
use kc_store::kernel::Reader;
use kc_store::norm;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The files inside the program.
const FILES: &[&str] = &[
    include_str!("../../../../reference/norms/kinds.toml"),
    include_str!("../../../../reference/norms/eligibility.toml"),
    include_str!("../../../../reference/norms/ttlt-26-2014.toml"),
    include_str!("../../../../reference/norms/tt-28-2018.toml"),
    include_str!("../../../../reference/norms/tt-17-2018.toml"),
    include_str!("../../../../reference/norms/ranking.toml"),
    include_str!("../../../../reference/norms/priorities-2023.toml"),
    include_str!("../../../../reference/norms/hai-phong-2023.toml"),
    include_str!("../../../../reference/norms/dak-lak.toml"),
    include_str!("../../../../reference/norms/hai-duong.toml"),
    include_str!("../../../../reference/norms/hoa-binh.toml"),
    include_str!("../../../../reference/norms/quang-ngai.toml"),
    include_str!("../../../../reference/norms/ha-tinh.toml"),
    include_str!("../../../../reference/norms/phu-tho.toml"),
    include_str!("../../../../reference/norms/tuyen-quang.toml"),
    include_str!("../../../../reference/norms/vinh-long.toml"),
];

/// A file of the book: its title, and its text for whoever wants to read it whole.
#[derive(Debug, Clone)]
pub struct Source {
    /// What was read from it.
    pub parsed: Parsed,
    /// Its text.
    pub text: &'static str,
}

/// The files inside the program, read at first use. A test reads each of them, so none is missing.
pub fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let read = |text: &&'static str| {
            let parsed = parse(text, None).ok()?;
            Some(Source { parsed, text })
        };
        FILES.iter().filter_map(read).collect()
    })
}

/// The rules inside the program.
pub fn reference() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| {
        let mut book = Book::default();
        for source in sources() {
            book.add(source.parsed.book.clone());
        }
        book
    })
}

/// The book as it was last put together, with the texts it was put together from.
type Bound = (Vec<(i64, String)>, Arc<Book>);

/// Every rule: those of the program and the latest version of those provinces adopted. The book is
/// put together anew only when another text is in force.
pub fn book(reader: &mut Reader<'_>) -> Done<Arc<Book>> {
    static LAST: Mutex<Option<Bound>> = Mutex::new(None);
    let adopted = norm::latest(reader)?.into_iter();
    let texts: Vec<_> = adopted.map(|held| (held.version, held.content)).collect();
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((of, book)) = last.as_ref()
        && *of == texts
    {
        return Ok(Arc::clone(book));
    }
    let book = Arc::new(bind(&texts));
    *last = Some((texts, Arc::clone(&book)));
    Ok(book)
}

fn bind(texts: &[(i64, String)]) -> Book {
    let mut book = reference().clone();
    for (version, text) in texts {
        // It was checked when it was adopted; a text this program can no longer read holds nothing.
        if let Ok(parsed) = parse(text, Some(*version)) {
            book.add(parsed.book);
        }
    }
    book
}

/// Every rule the office knows, for whoever may read rules.
pub fn see(cx: &Cx<'_>) -> Done<Arc<Book>> {
    cx.scope(Action::ReadRules)?;
    cx.read(book)
}

/// Explains the ceiling of a case by every rule the office knows.
pub fn explain(cx: &Cx<'_>, case: &Case) -> Done<Explanation> {
    let book = see(cx)?;
    book.expect_kind(case.kind.as_str())?;
    Ok(explain_by(&book, case)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::norm::check_file;
    use kc_domain::kernel::text::Lang;

    #[test]
    fn every_file_inside_the_program_can_be_read_and_holds_together() {
        for text in FILES {
            let mistakes = parse(text, None).err().unwrap_or_default();
            let said: Vec<_> = mistakes.iter().map(|m| m.say(Lang::Vi)).collect();
            assert_eq!(said, Vec::<String>::new());
        }
        for text in FILES.iter().skip(1) {
            let mistakes = check_file(text, None).err().unwrap_or_default();
            let said: Vec<_> = mistakes.iter().map(|m| m.say(Lang::Vi)).collect();
            assert_eq!(said, Vec::<String>::new());
        }
    }
}
