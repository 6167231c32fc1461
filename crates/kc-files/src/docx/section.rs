//! A run of pages: how its sheets lie, and from where it counts.

use super::line::speck;
use kc_domain::kernel::paper::Sheet;

/// A4 in twentieths of a point, and the margins of Nghị định 30/2020, Phụ lục I.
const SHORT: u16 = 11_906;
const LONG: u16 = 16_838;
const TOP_AND_BOTTOM: u16 = 1_134;
const LEFT: u16 = 1_701;
const RIGHT: u16 = 850;

/// Pages of one kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section {
    sheet: Sheet,
    counts_anew: bool,
}

impl Section {
    pub(super) fn of(sheet: Sheet) -> Self {
        Self {
            sheet,
            counts_anew: false,
        }
    }

    /// The same, its pages counted from 1.
    pub(super) fn counting_anew(self) -> Self {
        Self {
            counts_anew: true,
            ..self
        }
    }

    /// The room for words between the margins.
    pub(super) fn width(self) -> u16 {
        let across = match self.sheet {
            Sheet::Portrait => SHORT,
            Sheet::Landscape => LONG,
        };
        across.saturating_sub(LEFT).saturating_sub(RIGHT)
    }

    /// The properties that end the last section of a document.
    pub(super) fn properties(self) -> String {
        let (width, height, lies) = match self.sheet {
            Sheet::Portrait => (SHORT, LONG, ""),
            Sheet::Landscape => (LONG, SHORT, " w:orient=\"landscape\""),
        };
        let anew = if self.counts_anew {
            "<w:pgNumType w:start=\"1\"/>"
        } else {
            ""
        };
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>\
             <w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
             <w:footerReference w:type=\"first\" r:id=\"rId4\"/>\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{lies}/>\
             <w:pgMar w:top=\"{TOP_AND_BOTTOM}\" w:right=\"{RIGHT}\" w:bottom=\"{TOP_AND_BOTTOM}\" \
             w:left=\"{LEFT}\" w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/>{anew}<w:titlePg/></w:sectPr>"
        )
    }

    /// The paragraph that ends a section before another.
    pub(super) fn ending(self) -> String {
        speck(0, &self.properties())
    }
}
