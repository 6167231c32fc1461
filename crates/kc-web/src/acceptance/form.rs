//! The questions of an acceptance: each machine with what was approved beside the box.

use crate::kernel::components::{Field, Kind};
use crate::monitoring::fields;
use kc_app::project::Sight;
use kc_domain::acceptance::Aspect;
use kc_domain::kernel::id::EquipmentId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::VisitKind;
use kc_domain::project::Equipment;

/// Every question, in the order in which they are answered on the spot.
pub fn questions(lang: Lang, sight: &Sight) -> Vec<Field> {
    let mut questions = vec![
        fields::day(lang, lang.t("Ngày nghiệm thu", "Day of the acceptance"))
            .hint(lang.t("Không trước ngày hợp đồng.", "Not before the contract.")),
        Field::text(lang, "place_written", lang.t("Địa điểm", "Place")).optional(),
    ];
    for machine in &sight.equipment {
        questions.extend(machine_questions(lang, machine));
    }
    questions.extend(work(lang));
    questions.extend(fields::people(lang));
    let ended = lang.t("Kết quả nghiệm thu", "Result");
    questions.push(fields::section(lang, lang.t("Kết luận", "Conclusion")));
    questions.push(fields::verdict(lang, VisitKind::Acceptance, ended).hint(lang.t(
        "“Đạt” đưa đề án sang bước Đã nghiệm thu. Còn việc phải làm thì chọn “Đạt có điều kiện” và ghi yêu cầu.",
        "A pass moves the project on. If something is left, pass with conditions and ask for it.",
    )));
    questions.push(fields::conclusion(lang));
    questions.extend(fields::requests(lang));
    questions
}

/// The name of the box of one aspect of one machine.
pub fn name_of(aspect: &str, machine: EquipmentId) -> String {
    format!("{aspect}_{machine}")
}

fn machine_questions(lang: Lang, machine: &Equipment) -> Vec<Field> {
    let heading = format!(
        "{}: {}",
        lang.t("Máy lắp đặt", "Installed machine"),
        machine.name
    );
    let approved = |value: Option<String>| match value {
        Some(value) => format!("{}: {value}", lang.t("Được duyệt", "Approved")),
        None => lang
            .t("Phê duyệt không nêu.", "The approval does not say.")
            .to_owned(),
    };
    let box_of = |kind: Kind, code: &str, aspect: Aspect| {
        Field::new(lang, kind, name_of(code, machine.id), aspect.name(lang)).optional()
    };
    let year = machine.year_made.map(|year| year.to_string());
    let invoiced_on = lang.t("Ngày hóa đơn", "Day of the invoice");
    let invoice_number = lang.t("Số hóa đơn", "Number of the invoice");
    vec![
        fields::section(lang, heading),
        box_of(Kind::Text, "name", Aspect::Name).hint(approved(Some(machine.name.clone()))),
        box_of(Kind::Short, "model", Aspect::Model).hint(approved(machine.model.clone())),
        box_of(Kind::Short, "serial", Aspect::Serial),
        box_of(Kind::Short, "origin", Aspect::Origin).hint(approved(machine.origin.clone())),
        box_of(Kind::Count, "year_made", Aspect::YearMade).hint(approved(year)),
        box_of(Kind::Money, "price", Aspect::Price)
            .hint(approved(machine.price.map(Dong::grouped))),
        Field::new(
            lang,
            Kind::Short,
            name_of("invoice_number", machine.id),
            invoice_number,
        )
        .optional(),
        Field::date(lang, name_of("invoiced_on", machine.id), invoiced_on).optional(),
    ]
}

fn work(lang: Lang) -> Vec<Field> {
    vec![
        fields::section(lang, lang.t("Khối lượng và kinh phí", "Work and money")),
        Field::new(
            lang,
            Kind::Long,
            "volume",
            lang.t("Khối lượng công việc hoàn thành", "Work done"),
        ),
        Field::money(
            lang,
            "cost",
            lang.t("Tổng chi phí nghiệm thu", "Accepted cost"),
        )
        .optional(),
        Field::money(
            lang,
            "support",
            lang.t("Trong đó kinh phí hỗ trợ", "Support of it"),
        )
        .hint(lang.t(
            "Không quá mức đã phê duyệt; thanh toán theo số này.",
            "Not above what was approved; it is what will be paid.",
        ))
        .optional(),
        Field::money(
            lang,
            "counterpart",
            lang.t("Vốn đối ứng có chứng từ", "Counterpart proven"),
        )
        .hint(lang.t(
            "Cộng các chứng từ của cơ sở. Thiếu so với cam kết thì chưa ghi “Đạt” được.",
            "The sum of the vouchers. Less than promised cannot pass.",
        ))
        .optional(),
    ]
}
