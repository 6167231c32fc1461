//! What a decision stands on: the facts of a project when it was put in. An approval falls when one changes.

use crate::kernel::text::Lang;

/// A fact of a project that a decision covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Tên đề án.
    Title,
    /// Loại.
    Kind,
    /// Cấp.
    Level,
    /// Nhóm nội dung.
    Content,
    /// Ngành nghề.
    Trade,
    /// Địa điểm.
    Place,
    /// Cơ sở thụ hưởng.
    Beneficiary,
    /// Đơn vị thực hiện.
    Unit,
    /// Thời gian thực hiện.
    Period,
    /// Tổng kinh phí dự kiến.
    Cost,
    /// Đề nghị hỗ trợ.
    Support,
    /// Kết quả.
    Outcome,
    /// Máy móc, thiết bị.
    Machines,
    /// Các hoạt động.
    Activities,
}

impl Fact {
    /// Every fact, in the order they are named.
    pub const ALL: [Self; 14] = [
        Self::Title,
        Self::Kind,
        Self::Level,
        Self::Content,
        Self::Trade,
        Self::Place,
        Self::Beneficiary,
        Self::Unit,
        Self::Period,
        Self::Cost,
        Self::Support,
        Self::Outcome,
        Self::Machines,
        Self::Activities,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Kind => "kind",
            Self::Level => "level",
            Self::Content => "content",
            Self::Trade => "trade",
            Self::Place => "place",
            Self::Beneficiary => "beneficiary",
            Self::Unit => "unit",
            Self::Period => "period",
            Self::Cost => "cost",
            Self::Support => "support",
            Self::Outcome => "outcome",
            Self::Machines => "machines",
            Self::Activities => "activities",
        }
    }

    /// The fact of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.code() == code)
    }

    /// The name in a sentence.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Title => lang.t("tên đề án", "title"),
            Self::Kind => lang.t("loại đề án", "kind"),
            Self::Level => lang.t("cấp", "level"),
            Self::Content => lang.t("nhóm nội dung", "content"),
            Self::Trade => lang.t("ngành nghề", "trade"),
            Self::Place => lang.t("địa điểm", "place"),
            Self::Beneficiary => lang.t("cơ sở thụ hưởng", "beneficiary"),
            Self::Unit => lang.t("đơn vị thực hiện", "unit"),
            Self::Period => lang.t("thời gian thực hiện", "time"),
            Self::Cost => lang.t("tổng kinh phí dự kiến", "estimated cost"),
            Self::Support => lang.t("mức đề nghị hỗ trợ", "support asked"),
            Self::Outcome => lang.t("kết quả dự kiến", "outcome"),
            Self::Machines => lang.t("máy móc, thiết bị", "machines"),
            Self::Activities => lang.t("các hoạt động", "activities"),
        }
    }
}

/// The facts of one project as they were said; what nobody said is missing.
pub type Facts = Vec<(Fact, String)>;

/// One fact that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub fact: Fact,
    /// What it said when it was put in; empty for nothing.
    pub before: String,
    /// What it says now; empty for nothing.
    pub after: String,
}

/// Every fact that changed since a project was put into a draft.
pub fn changes(before: &Facts, after: &Facts) -> Vec<Change> {
    let said = |facts: &Facts, fact: Fact| {
        let found = facts.iter().find(|(named, _)| *named == fact);
        found.map(|(_, said)| said.clone()).unwrap_or_default()
    };
    Fact::ALL
        .into_iter()
        .map(|fact| Change {
            fact,
            before: said(before, fact),
            after: said(after, fact),
        })
        .filter(|change| change.before != change.after)
        .collect()
}
