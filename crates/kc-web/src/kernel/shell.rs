//! The frame around every page: what the top bar, the navigation and the heading show.

use super::assets;
use super::components::Tag;
use super::icon::Icon;
use kc_domain::kernel::text::Lang;

/// Everything `kernel/base.html` shows around the content of a page.
#[derive(Debug, Clone, Default)]
pub struct Shell {
    /// The language the reader chose.
    pub lang: Lang,
    /// The `h1`, and the beginning of the window's title.
    pub title: String,
    /// The state of the record, beside the `h1`.
    pub tag: Option<Tag>,
    /// The one action that moves things on, to the right of the `h1`.
    pub action: Option<Action>,
    /// The organisation the reader works for; empty before signing in.
    pub office: String,
    /// The places of the left navigation this reader may open. Empty: no navigation.
    pub nav: Vec<NavItem>,
    /// The way here, without the page itself.
    pub crumbs: Vec<Crumb>,
    /// Who is signed in.
    pub user: Option<UserBadge>,
    /// The token every form carries.
    pub csrf: String,
    /// The identity a form of this page carries, so that sending it twice is harmless.
    pub once: String,
    /// Light or dark when the reader chose one; otherwise the system decides.
    pub theme: Option<Theme>,
    /// What has just happened.
    pub notice: Option<Notice>,
    /// Whether the page shows invented sample figures, which must be said.
    pub illustrative: bool,
    /// The address of this page, to come back to after a change of language.
    pub path: String,
}

impl Shell {
    /// The address of a shipped file, for templates.
    pub fn asset(&self, name: &str) -> String {
        assets::url(name)
    }

    /// The version the footer names.
    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

/// One place of the left navigation.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// The office's own word.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// The picture before the word.
    pub icon: Icon,
    /// Whether the reader is there now.
    pub current: bool,
    /// How many things wait there; nought shows nothing.
    pub waiting: usize,
}

/// One step of the way from the first page to this one.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// The name of the place.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

/// Who is signed in, as the top bar shows it.
#[derive(Debug, Clone)]
pub struct UserBadge {
    /// Whose the drafts in this browser are; says nothing about the person.
    pub key: String,
    /// Full name.
    pub name: String,
    /// The role the person acts in, as the office says it.
    pub role: String,
}

/// The one thing that moves the page's matter on.
#[derive(Debug, Clone)]
pub struct Action {
    /// A verb and its object: "Lập đề án".
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// Whether it is a word of the State: a decision, an approval.
    pub official: bool,
    /// Whether it is done at once by a `POST`, or opens a page.
    pub posts: bool,
}

impl Action {
    /// The class of the button: lacquer red only where the State speaks.
    pub fn class(&self) -> &'static str {
        if self.official {
            "btn btn-state"
        } else {
            "btn btn-main"
        }
    }
}

/// Light or dark, chosen by the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on paper.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

impl Theme {
    /// The value of `data-theme` and of the cookie.
    pub fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads what the cookie or the form says; anything else is no choice.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }
}

/// A sentence about what has just happened, or about what holds the page up.
#[derive(Debug, Clone)]
pub struct Notice {
    /// What kind of news it is.
    pub kind: NoticeKind,
    /// The sentence.
    pub text: String,
}

/// Kinds of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// It is done.
    Done,
    /// Worth knowing.
    Note,
    /// It needs care.
    Warning,
    /// It could not be done.
    Refused,
}

impl NoticeKind {
    /// The class of its colours.
    pub fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Refused => "refused",
        }
    }

    /// Its shape, so that colour never stands alone.
    pub fn icon(self) -> Icon {
        match self {
            Self::Done => Icon::Check,
            Self::Note => Icon::Info,
            Self::Warning => Icon::Warning,
            Self::Refused => Icon::Refused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use askama::Template;

    #[derive(Template)]
    #[template(
        source = r#"{% extends "kernel/base.html" %}{% block content %}<p>{{ shell.lang.t("Có", "Yes") }} {{ l.t("a","b") }}</p>{% endblock %}"#,
        ext = "html"
    )]
    struct Page {
        shell: Shell,
    }

    #[test]
    fn a_page_escapes_what_users_wrote_and_has_no_inline_style_or_script() {
        let shell = Shell {
            title: "<Đúc & rèn>".to_owned(),
            user: Some(UserBadge {
                key: "lan".into(),
                name: "\"O'Hà\"".to_owned(),
                role: "Chuyên viên".to_owned(),
            }),
            ..Shell::default()
        };
        let html = Page { shell }.render().unwrap();
        assert!(html.contains("<h1>&#60;Đúc &#38; rèn&#62;</h1>"));
        for forbidden in ["<Đúc", "style=", "onclick", "<script>", "<nav id"] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
    }
}
