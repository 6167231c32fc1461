//! The lines of a file of norms: which line a key stands on, and the text of one rule.

/// One table of a file: `[[rule]]` with the lines under it.
#[derive(Debug, Clone)]
pub(super) struct Block<'a> {
    /// The line of its head, counted from 1.
    pub(super) line: usize,
    lines: Vec<&'a str>,
}

impl Block<'_> {
    /// The line a key stands on; the head where the key is missing.
    pub(super) fn line_of(&self, key: &str) -> usize {
        let at = self.lines.iter().position(|line| name_of(line) == key);
        self.line.saturating_add(at.unwrap_or(0))
    }

    /// The text, head and all, without the empty lines and remarks behind it.
    pub(super) fn text(&self) -> String {
        let is_spare = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
        let spare = self.lines.iter().rev().take_while(|line| is_spare(line));
        let kept = self.lines.len().saturating_sub(spare.count());
        let lines: Vec<_> = self.lines.iter().take(kept).copied().collect();
        lines.join("\n")
    }
}

/// What stands before the `=` of a line.
pub(super) fn name_of(line: &str) -> &str {
    line.split('=').next().unwrap_or_default().trim()
}

/// The tables of one name, in order, each with the smaller tables inside it.
pub(super) fn blocks<'a>(text: &'a str, name: &str) -> Vec<Block<'a>> {
    let (head, inner) = (format!("[[{name}]]"), format!("{name}."));
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut is_inside = false;
    for (at, line) in text.lines().enumerate() {
        if let Some(table) = table_of(line) {
            let is_head = table == head;
            is_inside = is_head || is_inside && table.trim_start_matches('[').starts_with(&inner);
            if is_head {
                let line = at.saturating_add(1);
                blocks.push(Block {
                    line,
                    lines: Vec::new(),
                });
            }
        }
        if let (true, Some(block)) = (is_inside, blocks.last_mut()) {
            block.lines.push(line);
        }
    }
    blocks
}

/// The head of a table, `[[rule]]`, without spaces and remarks; `None` for any other line.
fn table_of(line: &str) -> Option<String> {
    let line = line.split('#').next().unwrap_or_default();
    let head: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    (head.starts_with('[') && head.ends_with(']')).then_some(head)
}

/// What stands before the first table: the key, title and place of the file.
pub(super) fn head(text: &str) -> Block<'_> {
    Block {
        line: 1,
        lines: text
            .lines()
            .take_while(|line| table_of(line).is_none())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_its_lines_and_the_tables_inside_it() {
        let text = "key = \"x\"\n\n [[ rule ]] # first\na = 1\n[[rule.trades]]\nb = 2\n\n# spare\n\n[[kind]]\nc = 3\n[[rule]]\nd = [\n4,\n]\n";
        let found = blocks(text, "rule");
        let lines: Vec<_> = found.iter().map(|block| block.line).collect();
        assert_eq!(lines, [3, 12]);
        assert_eq!(
            found[0].text(),
            " [[ rule ]] # first\na = 1\n[[rule.trades]]\nb = 2"
        );
        assert_eq!(found[1].text(), "[[rule]]\nd = [\n4,\n]");
        assert_eq!((found[0].line_of("b"), found[0].line_of("z")), (6, 3));
        assert_eq!(head(text).line_of("key"), 1);
    }
}
