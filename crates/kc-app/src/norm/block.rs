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

/// The tables of one name, in order.
pub(super) fn blocks<'a>(text: &'a str, name: &str) -> Vec<Block<'a>> {
    let head = format!("[[{name}]]");
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut is_inside = false;
    for (at, line) in text.lines().enumerate() {
        if line.starts_with('[') {
            is_inside = line.trim() == head;
            if is_inside {
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

/// What stands before the first table: the key, title and place of the file.
pub(super) fn head(text: &str) -> Block<'_> {
    Block {
        line: 1,
        lines: text
            .lines()
            .take_while(|line| !line.starts_with('['))
            .collect(),
    }
}
