//! The pictures a page may use: one symbol each in `static/icons.svg`.

use super::assets;
use std::fmt;
use std::sync::LazyLock;

macro_rules! icons {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal,)+) => {
        /// A picture from the sprite. It shows itself in a template: `{{ Icon::Home }}`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Icon {
            /// Every picture there is.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The name of its symbol in the sprite.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }
        }
    };
}

icons! {
    /// Việc cần làm.
    Tasks = "tasks",
    /// Chương trình.
    Programme = "programme",
    /// Kế hoạch.
    Plan = "plan",
    /// Đề án.
    Project = "project",
    /// Cơ sở CNNT.
    Establishment = "establishment",
    /// Kinh phí, sổ cái.
    Money = "money",
    /// Giám sát.
    Monitoring = "monitoring",
    /// Hoạt động.
    Activity = "activity",
    /// Bình chọn.
    Award = "award",
    /// Cụm công nghiệp.
    Cluster = "cluster",
    /// Báo cáo.
    Report = "report",
    /// Văn bản.
    Document = "document",
    /// Quản trị.
    Settings = "settings",
    /// Số liệu đã công bố.
    Statement = "statement",
    /// The first page.
    Home = "home",
    /// A public office.
    Organisation = "organisation",
    /// A commune.
    Commune = "commune",
    /// A service organisation.
    Service = "service",
    /// A class.
    Training = "training",
    /// Consultancy.
    Consultancy = "consultancy",
    /// A place.
    Place = "place",
    /// Several people.
    Users = "users",
    /// One person.
    Person = "person",
    /// The public portal.
    World = "world",
    /// A rule of law.
    Law = "law",
    /// A decision.
    Gavel = "gavel",
    /// A seal, an approval.
    Stamp = "stamp",
    /// Search.
    Search = "search",
    /// Filter.
    Filter = "filter",
    /// Choice of columns.
    Columns = "columns",
    /// Opens the navigation.
    Menu = "menu",
    /// Light.
    Sun = "sun",
    /// Dark.
    Moon = "moon",
    /// Language.
    Language = "language",
    /// Leaving.
    SignOut = "sign-out",
    /// Onwards.
    Right = "right",
    /// Back.
    Left = "left",
    /// Opens below.
    Down = "down",
    /// Closes.
    Up = "up",
    /// Sorted upwards.
    Ascending = "ascending",
    /// Sorted downwards.
    Descending = "descending",
    /// Can be sorted.
    Sortable = "sortable",
    /// Done.
    Check = "check",
    /// Worth knowing.
    Info = "info",
    /// Needs care.
    Warning = "warning",
    /// Refused.
    Refused = "refused",
    /// A mistake in a field.
    Problem = "problem",
    /// Close.
    Close = "close",
    /// Something new.
    Add = "add",
    /// Change.
    Edit = "edit",
    /// Take away.
    Delete = "delete",
    /// Take along.
    Download = "download",
    /// Bring in.
    Upload = "upload",
    /// Print.
    Print = "print",
    /// Leads outside.
    External = "external",
    /// What happened.
    History = "history",
    /// A deadline.
    Clock = "clock",
    /// A file.
    Attachment = "attachment",
    /// An address.
    Link = "link",
    /// Closed.
    Lock = "lock",
    /// A password.
    Key = "key",
    /// Again.
    Refresh = "refresh",
    /// Excel.
    Sheet = "sheet",
    /// PDF.
    Pdf = "pdf",
    /// Word.
    Word = "word",
    /// More actions.
    More = "more",
    /// To the next step.
    Forward = "forward",
    /// A reversal.
    Reverse = "reverse",
    /// Save.
    Save = "save",
    /// Copy.
    Copy = "copy",
    /// The audit chain.
    Audit = "audit",
    /// Data and backups.
    Data = "data",
    /// Telephone.
    Phone = "phone",
    /// E-mail.
    Mail = "mail",
}

impl fmt::Display for Icon {
    /// Decoration only: the words beside it carry the meaning.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        static OPENING: LazyLock<String> = LazyLock::new(|| {
            let sprite = assets::url("icons.svg");
            let size = r#"width="16" height="16""#;
            format!(
                r#"<svg class="icon" {size} aria-hidden="true" focusable="false"><use href="{sprite}#"#
            )
        });
        f.write_str(&OPENING)?;
        f.write_str(self.id())?;
        f.write_str(r#""/></svg>"#)
    }
}

// The markup is ours alone: no text of a user enters it.
impl askama::filters::HtmlSafe for Icon {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_stands_once_in_the_sprite() {
        let sprite = include_str!("../../static/icons.svg");
        for icon in Icon::ALL {
            let symbol = format!("<symbol id=\"{}\"", icon.id());
            assert_eq!(sprite.matches(&symbol).count(), 1, "{}", icon.id());
        }
        assert_eq!(sprite.matches("<symbol ").count(), Icon::ALL.len());
    }
}
