//! The machine as approved beside the machine as installed: each aspect, and in words whether it
//! differs. Prices are compared to the đồng, words without regard to case and accents.

use super::Installed;
use crate::kernel::money::Dong;
use crate::kernel::text::{Lang, fold};
use crate::project::Equipment;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// The name.
    Name,
    /// The model.
    Model,
    /// The serial number; approval does not know it.
    Serial,
    /// Where it was made.
    Origin,
    /// The year it was made.
    YearMade,
    /// The price.
    Price,
    /// The invoice; approval does not know it.
    Invoice,
}

impl Aspect {
    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Name => lang.t("Tên máy móc, thiết bị", "Machine"),
            Self::Model => lang.t("Ký hiệu (model)", "Model"),
            Self::Serial => lang.t("Số máy (serial)", "Serial number"),
            Self::Origin => lang.t("Xuất xứ", "Origin"),
            Self::YearMade => lang.t("Năm sản xuất", "Year made"),
            Self::Price => lang.t("Giá (đồng)", "Price (đồng)"),
            Self::Invoice => lang.t("Hóa đơn", "Invoice"),
        }
    }
}

/// How the two stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The same.
    None,
    /// Another one.
    Other,
    /// Dearer by so much.
    Dearer(Dong),
    /// Cheaper by so much.
    Cheaper(Dong),
    /// Approval did not say, so there is nothing to compare.
    NotApproved,
    /// Nobody recorded what stands there.
    NotRecorded,
}

impl Difference {
    /// Whether somebody must explain it.
    pub fn is_marked(self) -> bool {
        !matches!(self, Self::None | Self::NotApproved)
    }

    /// In words: `khác`, `đắt hơn 20.000.000 đồng`.
    pub fn say(self, lang: Lang) -> String {
        match self {
            Self::None => lang.t("khớp", "the same").to_owned(),
            Self::Other => lang.t("khác", "differs").to_owned(),
            Self::Dearer(by) => format!("{} {by}", lang.t("cao hơn", "dearer by")),
            Self::Cheaper(by) => format!("{} {by}", lang.t("thấp hơn", "cheaper by")),
            Self::NotApproved => lang
                .t("phê duyệt không nêu", "not stated in the approval")
                .to_owned(),
            Self::NotRecorded => lang.t("chưa ghi", "not recorded").to_owned(),
        }
    }
}

/// One aspect of a machine on both sides, each as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What is compared.
    pub aspect: Aspect,
    /// As approved; `None` when it was not stated.
    pub approved: Option<String>,
    /// As installed; `None` when nobody recorded it.
    pub installed: Option<String>,
    /// How they stand to each other.
    pub difference: Difference,
}

/// Puts a machine as approved beside the machine as installed, aspect by aspect.
pub fn compare(approved: &Equipment, installed: &Installed) -> Vec<Compared> {
    let year = |year: Option<i64>| year.map(|year| year.to_string());
    let invoice = match (&installed.invoice_number, installed.invoiced_on) {
        (Some(number), Some(on)) => Some(format!("{number} ({})", on.format("%d/%m/%Y"))),
        (Some(number), None) => Some(number.clone()),
        (None, Some(on)) => Some(on.format("%d/%m/%Y").to_string()),
        (None, None) => None,
    };
    vec![
        words(Aspect::Name, Some(&approved.name), installed.name.as_ref()),
        words(
            Aspect::Model,
            approved.model.as_ref(),
            installed.model.as_ref(),
        ),
        words(Aspect::Serial, None, installed.serial.as_ref()),
        words(
            Aspect::Origin,
            approved.origin.as_ref(),
            installed.origin.as_ref(),
        ),
        words(
            Aspect::YearMade,
            year(approved.year_made).as_ref(),
            year(installed.year_made).as_ref(),
        ),
        price(approved.price, installed.price),
        words(Aspect::Invoice, None, invoice.as_ref()),
    ]
}

fn words(aspect: Aspect, approved: Option<&String>, installed: Option<&String>) -> Compared {
    let difference = match (approved, installed) {
        (_, None) => Difference::NotRecorded,
        (None, Some(_)) => Difference::NotApproved,
        (Some(before), Some(after)) if fold(before) == fold(after) => Difference::None,
        (Some(_), Some(_)) => Difference::Other,
    };
    Compared {
        aspect,
        approved: approved.cloned(),
        installed: installed.cloned(),
        difference,
    }
}

fn price(approved: Option<Dong>, installed: Option<Dong>) -> Compared {
    let difference = match (approved, installed) {
        (_, None) => Difference::NotRecorded,
        (None, Some(_)) => Difference::NotApproved,
        (Some(before), Some(after)) if after > before => Difference::Dearer(after.minus(before)),
        (Some(before), Some(after)) if after < before => Difference::Cheaper(before.minus(after)),
        (Some(_), Some(_)) => Difference::None,
    };
    Compared {
        aspect: Aspect::Price,
        approved: approved.map(Dong::grouped),
        installed: installed.map(Dong::grouped),
        difference,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::{EquipmentId, ProjectId};

    #[test]
    fn differences_are_said_in_words() {
        let id = EquipmentId([1; 16]);
        let approved = Equipment {
            id,
            project: ProjectId([2; 16]),
            name: "Máy cắt laser CNC 3 kW".into(),
            model: None,
            origin: Some("Nhật Bản".into()),
            year_made: Some(2026),
            quantity: 1,
            price: Some(Dong(1_050_000_000)),
        };
        let installed = Installed {
            name: Some("máy cắt Laser CNC 3 kW".into()),
            model: Some("LS-3015".into()),
            origin: Some("Đài Loan".into()),
            year_made: Some(2026),
            price: Some(Dong(1_030_000_000)),
            ..Installed::unknown(id)
        };
        let told: Vec<_> = compare(&approved, &installed)
            .into_iter()
            .map(|row| row.difference.say(Lang::Vi))
            .collect();
        assert_eq!(
            told,
            [
                "khớp",
                "phê duyệt không nêu",
                "chưa ghi",
                "khác",
                "khớp",
                "thấp hơn 20.000.000 đồng",
                "chưa ghi",
            ]
        );
        assert!(Installed::unknown(id).is_blank() && !installed.is_blank());
    }
}
