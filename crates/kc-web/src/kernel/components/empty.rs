//! What stands where nothing stands yet: what will come here, and the first step.

use crate::kernel::shell::Action;
use askama::Template;

/// A place still empty.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/empty.html")]
pub struct Empty {
    /// What is missing: "Chưa có đề án nào trong đợt này". Empty where the heading says it.
    pub title: String,
    /// What will stand here, and why it does not yet.
    pub text: String,
    /// The first step: a link, never a `POST`.
    pub action: Option<Action>,
}

super::component!(Empty);
