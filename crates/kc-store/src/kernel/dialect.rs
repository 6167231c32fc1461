//! Every difference between SQLite and PostgreSQL, and the one place where SQL is put together.

use super::page::{Page, Window};
use super::{Reader, Row, Stored, Value};
use kc_domain::kernel::text::fold;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

/// The schema as PostgreSQL wants it. Migrations are written in the types of SQLite.
pub(super) fn to_postgres(sql: &str) -> String {
    sql.replace(" TEXT", " TEXT COLLATE \"C\"")
        .replace(" INTEGER", " BIGINT")
        .replace(" BLOB", " BYTEA")
        .replace(") STRICT;", ");")
        .replace(") STRICT, WITHOUT ROWID;", ");")
}

/// Opens a write. On PostgreSQL the last link of the audit is locked first, so that there is one
/// writer at a time, as SQLite has by nature: no two can overspend a purse or cross their links.
pub(super) fn begin_write(is_postgres: bool) -> &'static str {
    if is_postgres {
        "BEGIN; SELECT sequence FROM audit_head WHERE one = 1 FOR UPDATE"
    } else {
        "BEGIN IMMEDIATE"
    }
}

/// Opens a read from one unchanging picture.
pub(super) fn begin_read(is_postgres: bool) -> &'static str {
    if is_postgres {
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    } else {
        "BEGIN"
    }
}

/// The condition that finds folded words in `search_text`.
pub fn search_match(reader: &Reader<'_>) -> &'static str {
    if reader.is_postgres() {
        "search_text.folded @@ to_tsquery('simple', $1)"
    } else {
        "search_text MATCH $1"
    }
}

/// Folded words as a query of the engine's search: a word of our own that stands whole, then what
/// was typed, in which the last word may still be incomplete. Only that one is looked up as a
/// beginning: for each beginning the engine first gathers every record that holds it.
pub fn search_query(reader: &Reader<'_>, whole: &str, folded: &str) -> String {
    let mut words: Vec<_> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let Some(last) = words.pop() else {
        return String::new();
    };
    words.insert(0, whole);
    if reader.is_postgres() {
        return format!("{} & {last}:*", words.join(" & "));
    }
    let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("{} \"{last}\"*", quoted.join(" "))
}

/// The statement that keeps the folded text of a record.
pub fn search_insert(is_postgres: bool) -> &'static str {
    if is_postgres {
        "INSERT INTO search_text (rowid, folded) VALUES ($1, to_tsvector('simple', $2))"
    } else {
        "INSERT INTO search_text (rowid, folded) VALUES ($1, $2)"
    }
}

/// Conditions put together piece by piece, every value bound.
#[derive(Debug, Default)]
pub struct Conditions {
    clauses: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    /// No condition yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a clause in which each `?` stands for the next value.
    pub fn add(&mut self, clause: &str, values: impl IntoIterator<Item = Value>) -> &mut Self {
        let mut numbered = String::with_capacity(clause.len());
        let mut values = values.into_iter();
        for c in clause.chars() {
            match (c, if c == '?' { values.next() } else { None }) {
                ('?', Some(value)) => {
                    self.values.push(value);
                    numbered.push('$');
                    numbered.push_str(&self.values.len().to_string());
                }
                _ => numbered.push(c),
            }
        }
        self.clauses.push(numbered);
        self
    }

    /// Adds the scope: rows in its areas, or of its organisations. `party` names a column with a
    /// second organisation concerned, where the table has one.
    pub fn scope(&mut self, scope: &Scope, table: &str, party: Option<&str>) -> &mut Self {
        let (either, values) = reach(scope, table, party);
        self.either(either, values)
    }

    /// Adds the scope, or else another condition without values.
    pub fn scope_or(&mut self, scope: &Scope, table: &str, other: &str) -> &mut Self {
        let (mut either, values) = reach(scope, table, None);
        either.push(other.to_owned());
        self.either(either, values)
    }

    fn either(&mut self, either: Vec<String>, values: Vec<Value>) -> &mut Self {
        if either.is_empty() {
            return self.add("1 = 0", []);
        }
        self.add(&format!("({})", either.join(" OR ")), values)
    }

    /// Adds the scope for a table that knows areas but no organisations. Who reads by organisation
    /// only, reads nothing here.
    pub fn scope_by_area(&mut self, scope: &Scope, table: &str) -> &mut Self {
        let mut either = Vec::new();
        let mut values = Vec::new();
        for (low, high) in scope.areas().iter().map(AreaPath::prefix_range) {
            either.push(format!("({table}.area >= ? AND {table}.area < ?)"));
            values.extend([Value::Text(low), Value::Text(high)]);
        }
        if either.is_empty() {
            return self.add("1 = 0", []);
        }
        self.add(&format!("({})", either.join(" OR ")), values)
    }

    /// Narrows to areas the reader chose, with the old provinces that a province of today covers.
    pub fn in_areas(&mut self, areas: &[AreaPath], table: &str) -> &mut Self {
        let prefixes: Vec<_> = areas.iter().flat_map(AreaPath::covering_prefixes).collect();
        if prefixes.is_empty() {
            return self.add("1 = 0", []);
        }
        let either = vec![format!("({table}.area >= ? AND {table}.area < ?)"); prefixes.len()];
        let ranges = prefixes.iter().map(AreaPath::prefix_range);
        let values = ranges.flat_map(|(low, high)| [Value::Text(low), Value::Text(high)]);
        self.add(&format!("({})", either.join(" OR ")), values)
    }

    /// Narrows to rows whose column holds one of some values; of no values, to none.
    pub fn among(&mut self, column: &str, of: impl IntoIterator<Item = Value>) -> &mut Self {
        let of: Vec<_> = of.into_iter().collect();
        if of.is_empty() {
            return self.add("1 = 0", []);
        }
        let marks = vec!["?"; of.len()].join(", ");
        self.add(&format!("{column} IN ({marks})"), of)
    }

    /// Narrows to rows whose folded column holds every word, in any order.
    pub fn holds_words(&mut self, column: &str, words: &str) -> &mut Self {
        for word in fold(words).split(' ').filter(|word| !word.is_empty()) {
            self.add(&format!("{column} LIKE ?"), [format!("%{word}%").into()]);
        }
        self
    }

    /// The whole `WHERE`, or nothing.
    pub fn clause(&self) -> String {
        if self.clauses.is_empty() {
            return String::new();
        }
        format!("WHERE {}", self.clauses.join(" AND "))
    }

    /// The bound values, in order.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// A statement made of a head, the conditions, and a tail whose `?` take further values.
    pub fn statement(
        &self,
        head: &str,
        tail: &str,
        more: impl IntoIterator<Item = Value>,
    ) -> (String, Vec<Value>) {
        let mut rest = Self {
            clauses: Vec::new(),
            values: self.values.clone(),
        };
        rest.add(tail, more);
        let tail = rest.clauses.pop().unwrap_or_default();
        (format!("{head} {} {tail}", self.clause()), rest.values)
    }
}

impl Conditions {
    /// One page of what the conditions leave: how many rows in all, and the rows of a window. The
    /// parts are the statement that counts, the one that reads, and their order.
    pub(crate) fn page<T>(
        &self,
        reader: &mut Reader<'_>,
        [count, head, order]: [&str; 3],
        window: Window,
        read: impl Fn(&Row) -> Stored<T>,
    ) -> Stored<Page<T>> {
        let (sql, values) = self.statement(count, "", []);
        let total = reader.number(&sql, &values)?;
        let tail = [order, " LIMIT ? OFFSET ?"].concat();
        let (sql, values) =
            self.statement(head, &tail, [window.limit.into(), window.offset.into()]);
        let rows = reader.query(&sql, &values)?;
        let rows = rows.iter().map(read).collect::<Stored<_>>()?;
        Ok(Page { rows, total })
    }
}

/// Each area and organisation of a scope as a condition of its own.
fn reach(scope: &Scope, table: &str, party: Option<&str>) -> (Vec<String>, Vec<Value>) {
    let mut either = Vec::new();
    let mut values = Vec::new();
    for area in scope.areas() {
        let (low, high) = area.prefix_range();
        either.push(format!("({table}.area >= ? AND {table}.area < ?)"));
        values.extend([Value::Text(low), Value::Text(high)]);
    }
    for organisation in scope.organisations() {
        either.push(format!("{table}.organisation_id = ?"));
        values.push(Value::from(*organisation));
        if let Some(column) = party {
            either.push(format!("{table}.{column} = ?"));
            values.push(Value::from(*organisation));
        }
    }
    (either, values)
}
