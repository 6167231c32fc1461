//! A record page: its sides, and the parts of the side shown.

use super::table::Table;
use crate::kernel::components::{
    Empty, ErrorSummary, Facts, Field, MoneyBar, Offer, PostButton, Steps, Tabs, Timeline,
};
use crate::kernel::shell::Shell;
use askama::Template;

/// The page of one record, and every page made of parts.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/record.html")]
pub struct RecordPage {
    /// The frame.
    pub shell: Shell,
    /// The sides of the record.
    pub tabs: Option<Tabs>,
    /// The parts, from top to bottom.
    pub parts: Vec<Part>,
}

/// One part of a page.
#[derive(Debug, Clone)]
pub enum Part {
    /// A heading of the second level.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Names and values.
    Facts(Facts),
    /// A table.
    Table(Table),
    /// The strip of steps.
    Steps(Steps),
    /// Money through its stages.
    MoneyBar(MoneyBar),
    /// What happened, newest first.
    Timeline(Timeline),
    /// What can be done here, or why not.
    Offers(Vec<Offer>),
    /// Nothing here yet.
    Empty(Empty),
    /// What is wrong with the form below.
    Errors(ErrorSummary),
    /// A small form in the page.
    Form(SmallForm),
    /// A figure with its table, or anything else that shows itself and has escaped what it holds.
    Drawing(String),
}

/// A small form inside a page.
#[derive(Debug, Clone)]
pub struct SmallForm {
    /// Fields, in order.
    pub fields: Vec<Field>,
    /// The button that sends it; its address is the form's.
    pub button: PostButton,
    /// Whether files come with it.
    pub with_files: bool,
}
