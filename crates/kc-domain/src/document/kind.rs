//! Kinds of documents and the level of who issued them.

use crate::kernel::text::Lang;

/// Declares the kinds: code, Vietnamese name, English name.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident => $code:literal, $vi:literal, $en:literal;)+) => {
        /// What a document is: the kinds of Nghị định 30/2020/NĐ-CP, Điều 7, the legal texts above
        /// them, and what khuyến công files hold besides.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum DocumentKind {
            $($(#[$doc])* $kind,)+
        }

        impl DocumentKind {
            /// Every kind, in the order of the forms.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The code kept in the database.
            pub fn code(self) -> &'static str {
                match self { $(Self::$kind => $code,)+ }
            }

            /// The name on screen.
            pub fn name(self, lang: Lang) -> &'static str {
                match self { $(Self::$kind => lang.t($vi, $en),)+ }
            }
        }
    };
}

kinds! {
    /// Quyết định.
    Decision => "decision", "Quyết định", "Decision";
    /// Nghị quyết.
    Resolution => "resolution", "Nghị quyết", "Resolution";
    /// Luật.
    Law => "law", "Luật", "Law";
    /// Nghị định.
    Decree => "decree", "Nghị định", "Decree";
    /// Thông tư.
    Circular => "circular", "Thông tư", "Circular";
    /// Chỉ thị.
    Directive => "directive", "Chỉ thị", "Directive";
    /// Quy chế, quy định.
    Regulation => "regulation", "Quy chế, quy định", "Regulation";
    /// Chương trình.
    Programme => "programme", "Chương trình", "Programme";
    /// Kế hoạch.
    Plan => "plan", "Kế hoạch", "Plan";
    /// Đề án.
    Project => "project", "Đề án", "Project";
    /// Tờ trình.
    Submission => "submission", "Tờ trình", "Submission";
    /// Báo cáo.
    Report => "report", "Báo cáo", "Report";
    /// Thông báo.
    Notice => "notice", "Thông báo", "Notice";
    /// Hướng dẫn.
    Guidance => "guidance", "Hướng dẫn", "Guidance";
    /// Công văn.
    Letter => "letter", "Công văn", "Official letter";
    /// Biên bản.
    Minutes => "minutes", "Biên bản", "Minutes";
    /// Hợp đồng.
    Contract => "contract", "Hợp đồng", "Contract";
    /// Chứng từ chi: phiếu chi, ủy nhiệm chi, hóa đơn.
    Voucher => "voucher", "Chứng từ", "Voucher";
    /// Bài công bố trên cổng thông tin, báo chí.
    Article => "article", "Bài công bố", "Published article";
    /// Ảnh.
    Photograph => "photograph", "Ảnh", "Photograph";
    /// Any other.
    Other => "other", "Văn bản khác", "Another document";
}

impl DocumentKind {
    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// The level of the issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IssuerLevel {
    /// Trung ương.
    Central,
    /// Tỉnh, thành phố.
    Provincial,
    /// Huyện, until 30/06/2025.
    District,
    /// Xã, phường, đặc khu.
    Commune,
}

impl IssuerLevel {
    /// Every level.
    pub const ALL: [Self; 4] = [
        Self::Central,
        Self::Provincial,
        Self::District,
        Self::Commune,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Provincial => "provincial",
            Self::District => "district",
            Self::Commune => "commune",
        }
    }

    /// The level of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Central => lang.t("Trung ương", "Central"),
            Self::Provincial => lang.t("Tỉnh, thành phố", "Provincial"),
            Self::District => lang.t("Huyện (trước 01/7/2025)", "District (until 2025)"),
            Self::Commune => lang.t("Xã, phường, đặc khu", "Commune"),
        }
    }
}
