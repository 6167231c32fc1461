//! Words that process files use and code stands behind: each with its name in files and what it says.

/// Declares such words: `Word => "name-in-files", "tiếng Việt", "English";`.
macro_rules! named {
    ($(#[$about:meta])* $name:ident $($(#[$doc:meta])* $word:ident => $code:literal, $vi:literal, $en:literal;)+) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $word,)+
        }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];

            /// The name in files.
            pub fn code(self) -> &'static str {
                match self { $(Self::$word => $code,)+ }
            }

            /// The one of a name.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.code() == code)
            }

            /// What it says.
            pub fn name(self, lang: $crate::kernel::text::Lang) -> &'static str {
                match self { $(Self::$word => lang.t($vi, $en),)+ }
            }
        }
    };
}

pub(super) use named;
