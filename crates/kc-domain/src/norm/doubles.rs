//! Whether the same support was given before: same content, firm, owner, address or machine.
//!
//! Support is given only where the State has not paid for the same content from any source.

use super::key::Key;
use crate::kernel::id::ProjectId;
use crate::kernel::money::Dong;
use crate::kernel::text::{Lang, fold};

/// A project as far as doubles are looked for. Keys are folded; what nobody stated is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The project.
    pub project: ProjectId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The kind of support.
    pub kind: Option<Key>,
    /// What tells the firm: its tax number, else its name.
    pub firm: String,
    /// Who owns it.
    pub owner: String,
    /// Where it is, as written.
    pub address: String,
    /// Its machines.
    pub machines: Vec<String>,
    /// The support, đồng.
    pub amount: Option<Dong>,
}

impl Support {
    /// Tells a firm by its tax number where there is one, else by the key of its name.
    pub fn firm_key(tax_number: Option<&str>, name_key: String) -> String {
        tax_number.map_or(name_key, |number| format!("mst {number}"))
    }

    /// A machine by its name and model; without a model one machine is not told from another.
    pub fn machine_key(name: &str, model: Option<&str>) -> Option<String> {
        let model = fold(model?);
        (!model.is_empty()).then(|| format!("{} {model}", fold(name)))
    }
}

/// In what two projects are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sameness {
    /// The same firm and the same kind of support.
    Content,
    /// The same machine, by name and model.
    Machine,
    /// The same firm.
    Firm,
    /// Another firm with the same owner.
    Owner,
    /// Another firm at the same address.
    Address,
}

impl Sameness {
    /// What is the same, in words.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Content => lang.t("cùng cơ sở, cùng loại hỗ trợ", "same firm, same kind"),
            Self::Machine => lang.t("cùng máy (tên, ký hiệu)", "same machine"),
            Self::Firm => lang.t("cùng cơ sở", "same firm"),
            Self::Owner => lang.t("cùng chủ", "same owner"),
            Self::Address => lang.t("cùng địa chỉ", "same address"),
        }
    }

    /// Whether it speaks against the support, or only asks for a look.
    pub fn is_grave(self) -> bool {
        matches!(self, Self::Content | Self::Machine)
    }
}

/// Another project that looks like the same support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Double {
    /// The other project.
    pub project: ProjectId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// In what they are the same, the gravest first; never empty.
    pub same: Vec<Sameness>,
}

/// The other projects that look like the same support, those with the gravest reasons first.
pub fn doubles(this: &Support, others: &[Support]) -> Vec<Double> {
    let mut found: Vec<_> = others
        .iter()
        .filter(|other| other.project != this.project)
        .map(|other| Double {
            project: other.project,
            code: other.code.clone(),
            title: other.title.clone(),
            same: sameness(this, other),
        })
        .filter(|double| !double.same.is_empty())
        .collect();
    found.sort_by_key(|double| double.same.first().copied());
    found
}

fn sameness(this: &Support, other: &Support) -> Vec<Sameness> {
    let is_same = |a: &str, b: &str| !a.is_empty() && a == b;
    let is_firm = is_same(&this.firm, &other.firm);
    let is_kind = this.kind.is_some() && this.kind == other.kind;
    let is_machine = |machine: &String| other.machines.contains(machine);
    [
        (is_firm && is_kind, Sameness::Content),
        (this.machines.iter().any(is_machine), Sameness::Machine),
        (is_firm && !is_kind, Sameness::Firm),
        (
            !is_firm && is_same(&this.owner, &other.owner),
            Sameness::Owner,
        ),
        (
            !is_firm && is_same(&this.address, &other.address),
            Sameness::Address,
        ),
    ]
    .into_iter()
    .filter_map(|(holds, same)| holds.then_some(same))
    .collect()
}

/// What the same firm was given or asks for with the same kind, this project included. Unknown
/// amounts are left out: the sum is at least this.
pub fn sum_for_firm(this: &Support, others: &[Support]) -> Option<Dong> {
    let own = this.amount?;
    let same = others.iter().filter(|other| {
        other.project != this.project && sameness(this, other).contains(&Sameness::Content)
    });
    Some(same.filter_map(|other| other.amount).fold(own, Dong::plus))
}
