//! The highest support: a share of the cost, an amount for each, or both.

use super::key::Key;
use super::share::Share;
use crate::kernel::money::Dong;
use crate::kernel::text::{Lang, Text};

/// The highest support. Where both bounds are given, the lower one holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceiling {
    /// At most this share of the cost.
    pub share: Option<Share>,
    /// At most this amount for each.
    pub amount: Option<Dong>,
    /// For each of what the amount is.
    pub per: Per,
    /// The amount is a multiple of another kind's.
    pub multiple: Option<Multiple>,
}

/// An amount that is a multiple of another kind's: 1,5 times that of a machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiple {
    /// The other kind.
    pub of: Key,
    /// The amount of the other kind.
    pub of_amount: Dong,
    /// How many hundredths of it.
    pub hundredths: i64,
}

impl Multiple {
    /// The amount, the rest of the division cut off.
    pub fn amount(&self) -> Dong {
        let product = i128::from(self.of_amount.0) * i128::from(self.hundredths);
        Dong(i64::try_from(product / 100).unwrap_or(i64::MAX))
    }

    /// `1,5`.
    pub fn times(&self) -> String {
        let rest = format!("{:02}", self.hundredths % 100);
        match rest.trim_end_matches('0') {
            "" => (self.hundredths / 100).to_string(),
            rest => format!("{},{rest}", self.hundredths / 100),
        }
    }
}

/// For each of what an amount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    /// Cơ sở.
    Establishment,
    /// Doanh nghiệp.
    Enterprise,
    /// Mô hình.
    Model,
    /// Lần bình chọn.
    Round,
    /// Cụm công nghiệp.
    Cluster,
    /// Sản phẩm.
    Product,
    /// Thương hiệu, nhãn hiệu.
    Trademark,
    /// Phòng trưng bày.
    Showroom,
    /// Người.
    Person,
    /// Lớp.
    Class,
    /// Hội chợ, triển lãm.
    Fair,
    /// Đề án.
    Project,
}

impl Per {
    /// Everything an amount can be for.
    pub const ALL: [Self; 12] = [
        Self::Establishment,
        Self::Enterprise,
        Self::Model,
        Self::Round,
        Self::Cluster,
        Self::Product,
        Self::Trademark,
        Self::Showroom,
        Self::Person,
        Self::Class,
        Self::Fair,
        Self::Project,
    ];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Establishment => "establishment",
            Self::Enterprise => "enterprise",
            Self::Model => "model",
            Self::Round => "round",
            Self::Cluster => "cluster",
            Self::Product => "product",
            Self::Trademark => "trademark",
            Self::Showroom => "showroom",
            Self::Person => "person",
            Self::Class => "class",
            Self::Fair => "fair",
            Self::Project => "project",
        }
    }

    /// What a code means.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|per| per.code() == code)
    }

    /// The word behind the amount.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Establishment => lang.t("cơ sở", "establishment"),
            Self::Enterprise => lang.t("doanh nghiệp", "enterprise"),
            Self::Model => lang.t("mô hình", "model"),
            Self::Round => lang.t("lần bình chọn", "round"),
            Self::Cluster => lang.t("cụm công nghiệp", "cluster"),
            Self::Product => lang.t("sản phẩm", "product"),
            Self::Trademark => lang.t("nhãn hiệu", "trademark"),
            Self::Showroom => lang.t("phòng trưng bày", "showroom"),
            Self::Person => lang.t("người", "person"),
            Self::Class => lang.t("lớp", "class"),
            Self::Fair => lang.t("hội chợ", "fair"),
            Self::Project => lang.t("đề án", "project"),
        }
    }
}

/// One line of the sum: what is reckoned, and what comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is reckoned: `50 % × 600.000.000`.
    pub text: Text,
    /// What comes out.
    pub amount: Dong,
}

/// The sum of a ceiling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) steps: Vec<Step>,
    /// The lowest of the bounds that could be reckoned.
    pub(super) limit: Option<Dong>,
    /// Whether a bound waits for the cost.
    pub(super) needs_cost: bool,
}

impl Ceiling {
    /// Whether the rule names any bound; one that does not was taken over without its figures.
    pub fn is_bounded(&self) -> bool {
        self.share.is_some() || self.amount.is_some()
    }

    /// Reckons the ceiling for a cost in all and so many establishments, models, …. `base` names the
    /// kind whose multiple it is.
    pub(super) fn reckon(&self, cost: Option<Dong>, count: i64, base: Option<&Text>) -> Sum {
        let by_share = self.share.zip(cost).map(|(share, cost)| Step {
            text: Text::new(
                format!("{share} × chi phí {cost}"),
                format!("{share} × cost of {cost}"),
            ),
            amount: share.of(cost),
        });
        let by_amount = self.amount.map(|each| self.by_amount(each, count));
        let mut steps: Vec<_> = self
            .multiple
            .iter()
            .map(|held| multiplied(held, base))
            .collect();
        steps.extend(by_share);
        steps.extend(by_amount);
        // Nobody is supported with more than the work costs, also where the rule names no share.
        let whole = cost.filter(|_| self.share.is_none() && self.amount.is_some());
        steps.extend(whole.map(whole_cost));
        let bounds = steps.iter().skip(usize::from(self.multiple.is_some()));
        let limit = bounds.map(|step| step.amount).min();
        Sum {
            needs_cost: self.share.is_some() && cost.is_none(),
            steps,
            limit,
        }
    }

    fn by_amount(&self, each: Dong, count: i64) -> Step {
        Step {
            text: Text::new(
                format!("{each}/{} × {count}", self.per.name(Lang::Vi)),
                format!("{each} per {} × {count}", self.per.name(Lang::En)),
            ),
            amount: Dong(each.0.saturating_mul(count)),
        }
    }

    /// `tối đa 50 % chi phí, không quá 300 triệu đồng/cơ sở`.
    pub fn say(&self, lang: Lang) -> String {
        let share = self.share.map(|share| match lang {
            Lang::Vi => format!("{share} chi phí"),
            Lang::En => format!("{share} of the cost"),
        });
        let amount = self.amount.map(|amount| each(lang, amount, self.per));
        let bounds: Vec<_> = share.into_iter().chain(amount).collect();
        if bounds.is_empty() {
            return lang
                .t("chưa có mức trong dữ liệu", "no figure entered")
                .to_owned();
        }
        let bounds = bounds.join(lang.t(", không quá ", ", not above "));
        format!("{} {bounds}", lang.t("tối đa", "at most"))
    }
}

/// `300 triệu đồng/cơ sở`; what is no round amount is written out.
fn each(lang: Lang, amount: Dong, per: Per) -> String {
    let per = per.name(lang);
    if amount.0 % 10_000 != 0 {
        return format!("{amount}/{per}");
    }
    let unit = lang.t("triệu đồng", "million VND");
    format!("{} {unit}/{per}", amount.millions())
}

fn whole_cost(cost: Dong) -> Step {
    Step {
        text: Text::new("không quá chi phí", "not above the cost"),
        amount: cost,
    }
}

fn multiplied(multiple: &Multiple, base: Option<&Text>) -> Step {
    let (times, amount) = (multiple.times(), multiple.of_amount);
    let name = |lang| base.map_or(multiple.of.as_str(), |base| base.say(lang));
    Step {
        text: Text::new(
            format!("{times} lần mức {amount} của “{}”", name(Lang::Vi)),
            format!("{times} times the {amount} of “{}”", name(Lang::En)),
        ),
        amount: multiple.amount(),
    }
}
