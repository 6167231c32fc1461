//! Why a rule about people and organisations says no.

use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;

/// A refusal about people, passwords and organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The password is too short or too long.
    PasswordLength {
        /// Least number of characters.
        min: usize,
    },
    /// The password repeats one character or holds the sign-in name.
    PasswordGuessable,
    /// The two passwords differ.
    PasswordsDiffer,
    /// Name or password is wrong, or the account is closed; never says which.
    SignInFailed,
    /// Too many failures.
    TooManyAttempts,
    /// The one-time link was used or has run out.
    InvitationSpent,
    /// The sign-in name is taken.
    SignInTaken,
    /// A person cannot take away the last right to manage people.
    LastAdministrator,
    /// An organisation cannot stand under itself.
    CircularTree,
    /// Nobody gives a role to themselves.
    OwnRole,
    /// The area of the role lies outside what the administrator looks after.
    RoleOutsideArea,
    /// The token would have ended already, or would live too long.
    TokenLife {
        /// Longest life in days.
        days: u64,
    },
    /// The person holds as many tokens as one may.
    TooManyTokens {
        /// Most tokens at a time.
        most: usize,
    },
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::PasswordLength { .. } => "identity.password-length",
            Self::PasswordGuessable => "identity.password-guessable",
            Self::PasswordsDiffer => "identity.passwords-differ",
            Self::SignInFailed => "identity.sign-in-failed",
            Self::TooManyAttempts => "identity.too-many-attempts",
            Self::InvitationSpent => "identity.invitation-spent",
            Self::SignInTaken => "identity.sign-in-taken",
            Self::LastAdministrator => "identity.last-administrator",
            Self::CircularTree => "identity.circular-tree",
            Self::OwnRole => "identity.own-role",
            Self::RoleOutsideArea => "identity.role-outside-area",
            Self::TokenLife { .. } => "identity.token-life",
            Self::TooManyTokens { .. } => "identity.too-many-tokens",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match self {
            Self::PasswordLength { min } => match lang {
                Lang::Vi => format!("Mật khẩu cần ít nhất {min} ký tự. Hãy dùng một câu dễ nhớ."),
                Lang::En => format!("The password needs at least {min} characters. Use a phrase."),
            },
            Self::PasswordGuessable => lang
                .t(
                    "Mật khẩu dễ đoán: không lặp một ký tự, không chứa tên đăng nhập. Hãy chọn câu khác.",
                    "The password is easy to guess: no single repeated character, no sign-in name. Choose another phrase.",
                )
                .to_owned(),
            Self::PasswordsDiffer => lang
                .t("Hai lần nhập mật khẩu khác nhau. Hãy nhập lại.", "The two passwords differ. Type them again.")
                .to_owned(),
            Self::SignInFailed => lang
                .t(
                    "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra lại, hoặc hỏi quản trị hệ thống.",
                    "The sign-in name or password is wrong. Check both, or ask the administrator.",
                )
                .to_owned(),
            Self::TooManyAttempts => lang
                .t(
                    "Đã nhập sai nhiều lần. Hãy đợi 15 phút rồi thử lại, hoặc nhờ quản trị hệ thống cấp liên kết mới.",
                    "Too many failed attempts. Wait 15 minutes, or ask the administrator for a new link.",
                )
                .to_owned(),
            Self::InvitationSpent => lang
                .t(
                    "Liên kết này đã dùng hoặc hết hạn. Hãy nhờ quản trị hệ thống cấp liên kết mới.",
                    "This link was used or has run out. Ask the administrator for a new one.",
                )
                .to_owned(),
            Self::SignInTaken => lang
                .t("Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.", "This sign-in name is taken. Choose another.")
                .to_owned(),
            Self::LastAdministrator => lang
                .t(
                    "Đây là quản trị hệ thống cuối cùng. Hãy giao vai trò này cho người khác trước.",
                    "This is the last system administrator. Give the role to somebody else first.",
                )
                .to_owned(),
            Self::OwnRole => lang
                .t(
                    "Không ai tự giao vai trò cho mình. Hãy nhờ một quản trị hệ thống khác.",
                    "Nobody gives a role to themselves. Ask another administrator.",
                )
                .to_owned(),
            Self::RoleOutsideArea => lang
                .t(
                    "Địa bàn của vai trò nằm ngoài địa bàn bạn quản trị. Hãy chọn địa bàn khác.",
                    "The area of the role lies outside what you look after. Choose another.",
                )
                .to_owned(),
            Self::TokenLife { days } => match lang {
                Lang::Vi => format!("Mã truy cập dùng từ hôm nay, lâu nhất {days} ngày. Hãy chọn ngày khác."),
                Lang::En => format!("A token lives from today for at most {days} days. Choose another day."),
            },
            Self::TooManyTokens { most } => match lang {
                Lang::Vi => format!("Mỗi người giữ nhiều nhất {most} mã truy cập. Hãy thu hồi mã không dùng nữa."),
                Lang::En => format!("One person holds at most {most} tokens. Revoke one that is not used."),
            },
            Self::CircularTree => lang
                .t(
                    "Một tổ chức không thể đứng dưới chính nó hoặc cấp dưới của nó. Hãy chọn cấp trên khác.",
                    "An organisation cannot stand under itself or one below it. Choose another parent.",
                )
                .to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::PasswordLength { .. } | Self::PasswordGuessable => Some("password"),
            Self::PasswordsDiffer => Some("password_again"),
            Self::SignInFailed | Self::TooManyAttempts | Self::SignInTaken => Some("sign_in"),
            Self::CircularTree => Some("parent"),
            Self::RoleOutsideArea => Some("place"),
            Self::TokenLife { .. } => Some("expires_on"),
            Self::InvitationSpent
            | Self::LastAdministrator
            | Self::OwnRole
            | Self::TooManyTokens { .. } => None,
        }
    }
}
