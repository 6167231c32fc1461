//! Just enough reading of Rust to tell code from comments and strings.

/// A string literal and the line it starts on, counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// A Rust file taken apart.
pub(crate) struct Source {
    /// The code with comments and the insides of strings blanked; the lines stay where they were.
    pub(crate) code: String,
    /// The string literals in order.
    pub(crate) literals: Vec<Literal>,
}

impl Source {
    pub(crate) fn parse(text: &str) -> Self {
        let mut reader = Reader {
            rest: text,
            line: 1,
            code: String::new(),
            literals: Vec::new(),
        };
        while reader.step() {}
        Self {
            code: reader.code,
            literals: reader.literals,
        }
    }

    /// The code before the unit tests at the bottom of the file.
    pub(crate) fn product_code(&self) -> &str {
        self.code
            .split("#[cfg(test)]\nmod ")
            .next()
            .unwrap_or_default()
    }
}

struct Reader<'t> {
    rest: &'t str,
    line: usize,
    code: String,
    literals: Vec<Literal>,
}

impl<'t> Reader<'t> {
    /// Takes the next piece; `false` at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        if self.rest.starts_with("//") {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            self.blank(end);
        } else if self.rest.starts_with("/*") {
            let end = self
                .rest
                .find("*/")
                .map_or(self.rest.len(), |at| at.saturating_add(2));
            self.blank(end);
        } else if let Some(hashes) = self.raw_string_hashes() {
            self.raw_string(hashes);
        } else if first == '"' {
            self.string();
        } else if first == '\'' {
            self.quote();
        } else {
            let taken = self.take(first.len_utf8());
            self.code.push_str(taken);
        }
        true
    }

    fn take(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        self.line = self.line.saturating_add(taken.matches('\n').count());
        taken
    }

    fn blank(&mut self, bytes: usize) {
        let breaks: String = self.take(bytes).chars().filter(|c| *c == '\n').collect();
        self.code.push_str(&breaks);
    }

    /// How many `#` open the raw string here, if one opens here.
    fn raw_string_hashes(&self) -> Option<usize> {
        let inside_a_name = self
            .code
            .ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let after = self.rest.strip_prefix('r').filter(|_| !inside_a_name)?;
        let unhashed = after.trim_start_matches('#');
        unhashed
            .starts_with('"')
            .then(|| after.len().saturating_sub(unhashed.len()))
    }

    fn raw_string(&mut self, hashes: usize) {
        self.take(hashes.saturating_add(2));
        let closing = format!("\"{}", "#".repeat(hashes));
        let end = self.rest.find(&closing).unwrap_or(self.rest.len());
        self.literal(end);
        self.take(closing.len());
    }

    fn string(&mut self) {
        self.take(1);
        let mut escaped = false;
        let mut end = self.rest.len();
        for (at, c) in self.rest.char_indices() {
            if c == '"' && !escaped {
                end = at;
                break;
            }
            escaped = c == '\\' && !escaped;
        }
        self.literal(end);
        self.take(1);
    }

    fn literal(&mut self, bytes: usize) {
        let line = self.line;
        self.code.push('"');
        let text = self.take(bytes);
        self.code.extend(text.chars().filter(|c| *c == '\n'));
        self.code.push('"');
        self.literals.push(Literal {
            line,
            text: text.to_owned(),
        });
    }

    /// A character literal, or the tick of a lifetime.
    fn quote(&mut self) {
        let mut ahead = self.rest.chars().skip(1);
        let bytes = match (ahead.next(), ahead.next()) {
            (Some('\\'), Some(escaped)) => {
                let head = 2_usize.saturating_add(escaped.len_utf8());
                let tail = self.rest.get(head..).and_then(|rest| rest.find('\''));
                head.saturating_add(tail.unwrap_or(0)).saturating_add(1)
            }
            (Some(c), Some('\'')) => c.len_utf8().saturating_add(2),
            _ => 1,
        };
        self.blank(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_leave_the_code() {
        let source = Source::parse("a(); // crate::x\n/* y\n */ b(\"crate::z\");\n");
        assert_eq!(source.code, "a(); \n\n b(\"\");\n");
        assert_eq!(
            source.literals,
            [Literal {
                line: 3,
                text: "crate::z".into()
            }]
        );
    }

    #[test]
    fn quotes_in_characters_and_raw_strings_open_nothing() {
        let source = Source::parse("f('\"', '\\'', r#\"a \"b\" c\"#, \"\\\"\", x::<'a>);");
        let texts: Vec<&str> = source.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(texts, ["a \"b\" c", "\\\""]);
        assert!(source.code.ends_with("x::<a>);"));
    }

    #[test]
    fn unit_tests_are_not_product_code() {
        let source = Source::parse("fn a() {}\n#[cfg(test)]\nmod tests { use crate::x; }\n");
        assert_eq!(source.product_code(), "fn a() {}\n");
    }
}
