//! One paragraph: its words, how they look, where they stand.

/// What opens the words of a run; spaces at their ends count.
const TEXT: &str = "<w:t xml:space=\"preserve\">";

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Middle,
    Right,
    Both,
}

/// A paragraph. Lengths are twentieths of a point, sizes half points.
#[derive(Debug, Clone)]
pub(super) struct Line {
    runs: String,
    side: Side,
    before: u16,
    after: u16,
    first: u16,
    left: u16,
    size: u16,
    bold: bool,
    italic: bool,
    color: Option<&'static str>,
    keeps_next: bool,
    outline: Option<u8>,
}

impl Line {
    /// Words of the body: both sides straight, fourteen points, six points below.
    pub(super) fn of(text: &str) -> Self {
        Self::empty().and(text)
    }

    /// No words yet.
    pub(super) fn empty() -> Self {
        Self {
            runs: String::new(),
            side: Side::Both,
            before: 0,
            after: 120,
            first: 0,
            left: 0,
            size: 28,
            bold: false,
            italic: false,
            color: None,
            keeps_next: false,
            outline: None,
        }
    }

    /// In the middle, without room below.
    pub(super) fn middle(text: &str) -> Self {
        Self {
            side: Side::Middle,
            after: 0,
            ..Self::empty()
        }
        .and(text)
    }

    pub(super) fn side(self, side: Side) -> Self {
        Self { side, ..self }
    }

    pub(super) fn room(self, before: u16, after: u16) -> Self {
        Self {
            before,
            after,
            ..self
        }
    }

    /// The first line one centimetre in.
    pub(super) fn indented(self) -> Self {
        Self { first: 567, ..self }
    }

    /// The whole paragraph so many twentieths of a point in.
    pub(super) fn pushed(self, left: u16) -> Self {
        Self { left, ..self }
    }

    pub(super) fn kept(self) -> Self {
        Self {
            keeps_next: true,
            ..self
        }
    }

    pub(super) fn outline(self, level: u8) -> Self {
        Self {
            outline: Some(level),
            ..self
        }
    }

    /// What follows looks so; words before keep their look.
    pub(super) fn look(self, size: u16, bold: bool, italic: bool) -> Self {
        Self {
            size,
            bold,
            italic,
            ..self
        }
    }

    pub(super) fn color(self, color: &'static str) -> Self {
        Self {
            color: Some(color),
            ..self
        }
    }

    /// Adds words in the look of now; a break in the text breaks the line.
    pub(super) fn and(mut self, text: &str) -> Self {
        for (at, part) in text.split('\n').enumerate() {
            let broken = if at > 0 { "<w:br/>" } else { "" };
            let words = escaped(part);
            let look = self.look_of_run();
            let run = ["<w:r>", &look, broken, TEXT, &words, "</w:t></w:r>"].concat();
            self.runs.push_str(&run);
        }
        self
    }

    fn look_of_run(&self) -> String {
        let bold = if self.bold { "<w:b/><w:bCs/>" } else { "" };
        let italic = if self.italic { "<w:i/><w:iCs/>" } else { "" };
        let color = self
            .color
            .map(|color| format!("<w:color w:val=\"{color}\"/>"));
        let (color, size) = (color.unwrap_or_default(), self.size);
        format!(
            "<w:rPr>{bold}{italic}{color}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>"
        )
    }

    /// The paragraph.
    pub(super) fn xml(&self) -> String {
        let keep = if self.keeps_next { "<w:keepNext/>" } else { "" };
        let indent = match (self.left, self.first) {
            (0, 0) => String::new(),
            (left, first) => format!("<w:ind w:left=\"{left}\" w:firstLine=\"{first}\"/>"),
        };
        let outline = self
            .outline
            .map(|level| format!("<w:outlineLvl w:val=\"{level}\"/>"));
        format!(
            "<w:p><w:pPr>{keep}<w:spacing w:before=\"{}\" w:after=\"{}\"/>{indent}<w:jc w:val=\"{}\"/>{}</w:pPr>{}</w:p>",
            self.before,
            self.after,
            match self.side {
                Side::Left => "left",
                Side::Middle => "center",
                Side::Right => "right",
                Side::Both => "both",
            },
            outline.unwrap_or_default(),
            self.runs
        )
    }
}

/// A thin line across, `inset` from both sides of its column.
pub(super) fn rule(inset: u16) -> String {
    format!(
        "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>\
         <w:spacing w:before=\"40\" w:after=\"0\" w:line=\"60\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"{inset}\" w:right=\"{inset}\"/></w:pPr></w:p>"
    )
}

/// Text that XML cannot take for anything else; characters XML does not know are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A paragraph of the least height, where word processors want one. An empty one of the usual
/// height, or with small letters, may fill a page of its own. `after` in twentieths of a point.
pub(super) fn speck(after: u16, properties: &str) -> String {
    format!(
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"{after}\" w:line=\"20\" w:lineRule=\"exact\"/>\
         {properties}</w:pPr></w:p>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_read_as_markup() {
        let shown = Line::of("a < b & \"c\"\u{1}\nd").xml();
        assert!(shown.contains("a &lt; b &amp; &quot;c&quot;"));
        assert!(shown.contains("<w:br/>"));
        assert!(!shown.contains('\u{1}'));
    }
}
