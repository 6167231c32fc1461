//! A reader of PDF that tells which letter stands where, in millimetres from the top left.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

/// One letter on a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Letter {
    pub(crate) text: String,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) embedded: bool,
}

/// One page as read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Read {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) letters: Vec<Letter>,
}

impl Read {
    /// All letters in the order they were set, without white space: lines may break anywhere.
    pub(crate) fn text(&self) -> String {
        dense(
            &self
                .letters
                .iter()
                .map(|letter| letter.text.as_str())
                .collect::<String>(),
        )
    }

    /// The letters that can be seen, between two heights.
    pub(crate) fn between(&self, top: f64, bottom: f64) -> Vec<&Letter> {
        let seen = self
            .letters
            .iter()
            .filter(|letter| !letter.text.trim().is_empty());
        seen.filter(|letter| (top..bottom).contains(&letter.y))
            .collect()
    }
}

/// A text without its white space.
pub(crate) fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Reads every page.
pub(crate) fn read(bytes: Vec<u8>) -> Vec<Read> {
    let pdf = Pdf::new(bytes).unwrap();
    pdf.pages()
        .iter()
        .map(|page| read_page(&pdf, page))
        .collect()
}

fn read_page(pdf: &Pdf, page: &Page<'_>) -> Read {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let cache = InterpreterCache::new();
    let upright = page.initial_transform(true).to_kurbo();
    let sheet = Rect::new(0.0, 0.0, width, height);
    let settings = InterpreterSettings::default();
    let mut context = Context::new(upright, sheet, &cache, pdf.xref(), settings);
    let mut eye = Eye::default();
    interpret_page(page, &mut context, &mut eye);
    Read {
        width: millimetres(width),
        height: millimetres(height),
        letters: eye.0,
    }
}

fn millimetres(points: f64) -> f64 {
    points * 25.4 / 72.0
}

/// Collects letters and looks at nothing else.
#[derive(Default)]
struct Eye(Vec<Letter>);

impl<'a> Device<'a> for Eye {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _paint: &Paint<'a>,
        _mode: &GlyphDrawMode,
    ) {
        let at = transform * glyph_transform * Point::ZERO;
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(letters)) => letters,
            None => String::new(),
        };
        self.0.push(Letter {
            text,
            x: millimetres(at.x),
            y: millimetres(at.y),
            embedded: matches!(glyph, Glyph::Outline(outline) if outline.font_data().is_some()),
        });
    }

    fn set_soft_mask(&mut self, _mask: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _mode: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _path: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _image: Image<'a, '_>, _transform: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
