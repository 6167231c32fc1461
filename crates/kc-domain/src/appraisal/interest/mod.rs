//! Interests: what a member declared to be tied to, and from which files that keeps them away.
//!
//! A recusal is computed from facts, never chosen away. Once it exists it stays: see `sitting`.

#[cfg(test)]
mod tests;

use crate::establishment::name_key;
use crate::kernel::id::{OrganisationId, UserId};
use crate::kernel::text::{Lang, fold};

/// Most ties of one declaration.
pub const TIES_MAX: usize = 100;

/// Fewest words of a name by which a longer name can be told to be the same.
const NAME_WORDS_MIN: usize = 3;

/// Fewest words of an address by which two addresses can be told to be one.
const ADDRESS_WORDS_MIN: usize = 2;

/// One thing a member declared to be tied to in a year, as written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tie {
    /// What it is.
    pub kind: TieKind,
    /// Its name, tax number or address, as written.
    pub written: String,
}

/// Kinds of tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TieKind {
    /// An establishment, by name or tax number.
    Establishment,
    /// A relative or partner who may own one, by full name.
    Person,
    /// An address.
    Address,
    /// A unit that proposes or carries out projects.
    Unit,
}

impl TieKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Establishment, Self::Person, Self::Address, Self::Unit];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Establishment => "establishment",
            Self::Person => "person",
            Self::Address => "address",
            Self::Unit => "unit",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Establishment => lang.t("Cơ sở CNNT có liên quan", "Establishments"),
            Self::Person => lang.t("Người có liên quan (chủ cơ sở)", "Related persons"),
            Self::Address => lang.t("Địa chỉ có liên quan", "Addresses"),
            Self::Unit => lang.t(
                "Đơn vị đề xuất, đơn vị thực hiện có liên quan",
                "Units that propose or carry out",
            ),
        }
    }
}

/// What is known of a member when files are compared with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judge {
    /// The person.
    pub person: UserId,
    /// Full name.
    pub name: String,
    /// The organisation they work for.
    pub organisation: Option<OrganisationId>,
    /// What they declared for the year.
    pub ties: Vec<Tie>,
}

/// What is known of a file when members are compared with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parties {
    /// Who proposed it.
    pub proposed_by: Option<UserId>,
    /// The organisations that registered it, stand behind it and carry it out.
    pub organisations: Vec<OrganisationId>,
    /// Their names.
    pub organisation_names: Vec<String>,
    /// The name of the establishment.
    pub establishment: Option<String>,
    /// Its tax number.
    pub tax_number: Option<String>,
    /// Who owns or represents it.
    pub owner: Option<String>,
    /// Addresses of the establishment and the project, as written.
    pub addresses: Vec<String>,
}

/// Why a member stays away from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// What kind of reason it is.
    pub kind: GroundKind,
    /// The fact, as it is written in the file or the declaration.
    pub detail: String,
}

/// Kinds of reason to stay away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroundKind {
    /// The member registered the proposal.
    Proposer,
    /// The member works for the unit that proposes, stands behind or carries out.
    Employer,
    /// The member owns or represents the establishment.
    Owner,
    /// A declared establishment is the beneficiary.
    Establishment,
    /// A declared person owns the beneficiary.
    Person,
    /// A declared address is that of the file.
    Address,
    /// A declared unit proposes or carries out.
    Unit,
    /// The member said so.
    Declared,
}

impl GroundKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Proposer,
        Self::Employer,
        Self::Owner,
        Self::Establishment,
        Self::Person,
        Self::Address,
        Self::Unit,
        Self::Declared,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposer => "proposer",
            Self::Employer => "employer",
            Self::Owner => "owner",
            Self::Establishment => "establishment",
            Self::Person => "person",
            Self::Address => "address",
            Self::Unit => "unit",
            Self::Declared => "declared",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The reason in words, before its detail.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Proposer => lang.t("là người đăng ký đề án", "registered the project"),
            Self::Employer => lang.t(
                "làm việc tại đơn vị đề xuất hoặc thực hiện",
                "works for the unit that proposes or carries out",
            ),
            Self::Owner => lang.t("cùng họ tên với chủ cơ sở", "has the name of the owner"),
            Self::Establishment => lang.t(
                "đã kê khai liên quan đến cơ sở thụ hưởng",
                "declared a tie to the beneficiary",
            ),
            Self::Person => lang.t(
                "đã kê khai liên quan đến chủ cơ sở",
                "declared a tie to the owner",
            ),
            Self::Address => lang.t(
                "đã kê khai liên quan đến địa chỉ",
                "declared a tie to the address",
            ),
            Self::Unit => lang.t(
                "đã kê khai liên quan đến đơn vị",
                "declared a tie to the unit",
            ),
            Self::Declared => lang.t("tự xin hồi tị", "asked to stay away"),
        }
    }
}

impl Ground {
    fn new(kind: GroundKind, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Self { kind, detail }
    }

    /// The reason with its fact.
    pub fn say(&self, lang: Lang) -> String {
        if self.detail.is_empty() {
            return self.kind.name(lang).to_owned();
        }
        format!("{}: {}", self.kind.name(lang), self.detail)
    }
}

/// The first reason that keeps a member away from a file; `None` where nothing does.
pub fn ground(judge: &Judge, parties: &Parties) -> Option<Ground> {
    if parties.proposed_by == Some(judge.person) {
        return Some(Ground::new(GroundKind::Proposer, ""));
    }
    let works_there = |held: OrganisationId| parties.organisations.contains(&held);
    if judge.organisation.is_some_and(works_there) {
        return Some(Ground::new(GroundKind::Employer, ""));
    }
    if let Some(owner) = &parties.owner
        && fold(owner) == fold(&judge.name)
    {
        return Some(Ground::new(GroundKind::Owner, owner));
    }
    judge.ties.iter().find_map(|tie| tied(tie, parties))
}

fn tied(tie: &Tie, parties: &Parties) -> Option<Ground> {
    let found = match tie.kind {
        TieKind::Establishment => {
            let by_name = parties.establishment.iter().any(|name| is_name(name, tie));
            let by_tax = parties.tax_number.iter().any(|tax| is_tax(tax, tie));
            (by_name || by_tax).then(|| parties.establishment.clone().unwrap_or_default())
        }
        TieKind::Person => {
            let owner = parties
                .owner
                .iter()
                .find(|owner| fold(owner) == fold(&tie.written));
            owner.cloned()
        }
        TieKind::Address => {
            let addresses = parties.addresses.iter();
            addresses
                .clone()
                .find(|a| is_address(a, &tie.written))
                .cloned()
        }
        TieKind::Unit => {
            let names = parties.organisation_names.iter();
            names.clone().find(|name| is_name(name, tie)).cloned()
        }
    };
    let kind = match tie.kind {
        TieKind::Establishment => GroundKind::Establishment,
        TieKind::Person => GroundKind::Person,
        TieKind::Address => GroundKind::Address,
        TieKind::Unit => GroundKind::Unit,
    };
    found.map(|detail| Ground::new(kind, detail))
}

/// The same name but for the words of the legal form; or one that holds the other word for word:
/// "cơ khí Hoàng Cường" is held by "Công ty Cổ phần Thương mại cơ khí Hoàng Cường".
fn is_name(name: &str, tie: &Tie) -> bool {
    let (name, declared) = (name_key(name), name_key(&tie.written));
    !declared.is_empty() && (name == declared || holds(&name, &declared, NAME_WORDS_MIN))
}

fn is_tax(tax: &str, tie: &Tie) -> bool {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let declared = digits(&tie.written);
    !declared.is_empty() && declared == digits(tax)
}

/// Whether one address holds the other, word for word: "Mỹ Đồng, Thủy Nguyên" is held by
/// "thôn 3, xã Mỹ Đồng, huyện Thủy Nguyên". A single word tells nothing.
fn is_address(a: &str, b: &str) -> bool {
    holds(&address_key(a), &address_key(b), ADDRESS_WORDS_MIN)
}

/// Whether the longer of two texts holds the shorter one word for word, where that one has so many
/// words that it says something.
fn holds(a: &str, b: &str, words_min: usize) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    short.split(' ').count() >= words_min && format!(" {long} ").contains(&format!(" {short} "))
}

/// An address without the words for what kind of unit each part is.
fn address_key(written: &str) -> String {
    let kinds = [
        "xa", "phuong", "thi", "tran", "huyen", "quan", "thanh", "pho", "tinh", "tp",
    ];
    let folded = fold(written);
    let words = folded.split(' ').filter(|word| !kinds.contains(word));
    words.collect::<Vec<_>>().join(" ")
}
