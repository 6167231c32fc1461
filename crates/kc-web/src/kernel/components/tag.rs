//! A state in one word: a shape first, then the word, colour last.

use askama::Template;

/// A state in one word.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/tag.html")]
pub struct Tag {
    /// How far along, without colour.
    pub shape: Shape,
    /// The colour.
    pub tone: Tone,
    /// The word.
    pub label: String,
}

super::component!(Tag);

impl Tag {
    /// A state with its shape and colour.
    pub fn new(shape: Shape, tone: Tone, label: impl Into<String>) -> Self {
        Self {
            shape,
            tone,
            label: label.into(),
        }
    }

    /// A plain word without colour: a draft, a kind, a level.
    pub fn plain(label: impl Into<String>) -> Self {
        Self::new(Shape::Empty, Tone::Quiet, label)
    }
}

/// How far along a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Not begun: an empty ring.
    Empty,
    /// Under way: a half-filled ring.
    Half,
    /// Done: a filled disc.
    Full,
    /// Stopped or refused: a cross.
    Cross,
    /// Needs care: a triangle.
    Triangle,
    /// Decided by an authority: a square seal.
    Seal,
    /// Honoured: a star.
    Star,
}

impl Shape {
    /// The class of the shape.
    pub fn class(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Half => "half",
            Self::Full => "full",
            Self::Cross => "cross",
            Self::Triangle => "triangle",
            Self::Seal => "seal",
            Self::Star => "star",
        }
    }
}

/// The colour of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Grey: nothing to say.
    Quiet,
    /// Blue-grey: under way.
    Work,
    /// Green: done, agrees.
    Good,
    /// Amber: late, unsure.
    Care,
    /// Brick: stopped, refused, wrong.
    Bad,
    /// Lacquer red: the State has spoken.
    State,
    /// Gold: honoured.
    Honour,
}

impl Tone {
    /// The class of the colour.
    pub fn class(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Work => "work",
            Self::Good => "good",
            Self::Care => "care",
            Self::Bad => "bad",
            Self::State => "state",
            Self::Honour => "honour",
        }
    }
}
