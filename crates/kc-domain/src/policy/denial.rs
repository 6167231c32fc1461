//! Why a person may not, in words; or nothing at all where even that would tell too much.

use super::Action;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;

/// The answer to somebody who may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denial {
    /// The record must look as if it did not exist.
    Hidden,
    /// The person may know of the record and is told why not.
    Withheld(Withheld),
}

/// Why a right is withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withheld {
    /// No role of this person allows it here.
    NoRole {
        /// What was asked.
        action: Action,
    },
    /// Nobody approves what they proposed.
    OwnProposal,
    /// Nobody approves what the person they stand in for proposed.
    ProposalOfAbsent {
        /// Who is away.
        name: String,
    },
    /// Nobody is signed in.
    NotSignedIn,
}

impl Refuse for Withheld {
    fn code(&self) -> &'static str {
        match self {
            Self::NoRole { .. } => "policy.no-role",
            Self::OwnProposal => "policy.own-proposal",
            Self::ProposalOfAbsent { .. } => "policy.proposal-of-absent",
            Self::NotSignedIn => "policy.not-signed-in",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoRole { action } => match lang {
                Lang::Vi => format!(
                    "Vai trò của bạn không được {}. Hãy nhờ người có quyền, hoặc hỏi quản trị hệ thống.",
                    action.name(lang)
                ),
                Lang::En => format!(
                    "Your role may not {}. Ask somebody who may, or the administrator.",
                    action.name(lang)
                ),
            },
            Self::ProposalOfAbsent { name } => match lang {
                Lang::Vi => format!(
                    "Bạn đang thay {name}, là người lập phần này; người thay không duyệt phần của người mình thay. Hãy chuyển cho người duyệt khác."
                ),
                Lang::En => format!(
                    "You stand in for {name}, who proposed this; a deputy does not approve it. Pass it to another approver."
                ),
            },
            Self::NotSignedIn => lang.t("Hãy đăng nhập trước.", "Sign in first.").to_owned(),
            Self::OwnProposal => lang
                .t(
                    "Người lập không được tự duyệt phần mình lập. Hãy chuyển cho người duyệt khác.",
                    "Nobody approves what they proposed. Pass it to another approver.",
                )
                .to_owned(),
        }
    }
}
