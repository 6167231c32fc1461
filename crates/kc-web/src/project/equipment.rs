//! Adding a machine to a project, and the table of its machines.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Field, Head, Kind, Money};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, FormPage, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::project;
use kc_app::project::equipment::{NewEquipment, add};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::project::{Equipment, Project};

/// `GET /projects/{project}/equipment/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    project::amend::offered(&visit.cx(), &found)?;
    form(visit, &found, &Query::default().with("quantity", "1")).show()
}

/// `POST /projects/{project}/equipment`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let found = find(visit)?;
    match read(typed).and_then(|new| add(&cx, found.id, new)) {
        Ok(_) => Reply::see_other(
            url(found.id),
            visit.lang().t("Đã thêm thiết bị.", "The machine is added."),
        ),
        Err(failure) => form(visit, &found, typed).come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<Project> {
    project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

fn read(typed: &Query) -> Done<NewEquipment> {
    let mut reader = FormReader::new(typed);
    let new = NewEquipment {
        name: reader.text("name"),
        model: reader.text_or_none("model"),
        origin: reader.text_or_none("origin"),
        year_made: reader.count_or_none("year_made"),
        quantity: reader.count_or_none("quantity").unwrap_or(0),
        price: reader.money_or_none("price"),
    };
    reader.finish(new)
}

fn form(visit: &Visit<'_>, project: &Project, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let address = url(project.id);
    let mut shell = shell(visit, lang.t("Thêm máy móc, thiết bị", "Add a machine"));
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&project.title, address.clone()),
    ];
    let fields = fields(lang)
        .into_iter()
        .map(|field| {
            let value = typed.get(&field.name);
            field.value(value)
        })
        .collect();
    FormPage::new(shell, format!("{address}/equipment"), fields)
        .buttons(lang.t("Thêm thiết bị", "Add"), address)
}

fn fields(lang: Lang) -> Vec<Field> {
    vec![
        Field::text(lang, "name", lang.t("Tên máy móc, thiết bị", "Machine"))
            .example("Thiết bị quang phổ phân tích thành phần kim loại"),
        Field::text(lang, "model", lang.t("Ký hiệu, số máy", "Model, serial")).optional(),
        Field::text(lang, "origin", lang.t("Xuất xứ", "Origin")).optional(),
        Field::new(
            lang,
            Kind::Count,
            "year_made",
            lang.t("Năm sản xuất", "Year made"),
        )
        .optional(),
        Field::new(
            lang,
            Kind::Count,
            "quantity",
            lang.t("Số lượng", "Quantity"),
        ),
        Field::money(lang, "price", lang.t("Giá của tất cả", "Price of all"))
            .hint(lang.t("Chưa biết thì để trống.", "Leave empty while unknown."))
            .optional(),
    ]
}

/// The machines of a project.
pub(super) fn table(lang: Lang, machines: &[Equipment]) -> Table {
    let columns = vec![
        Column::text(lang.t("Máy móc, thiết bị", "Machine")),
        Column::text(lang.t("Ký hiệu", "Model")),
        Column::text(lang.t("Xuất xứ", "Origin")),
        Column::number(lang.t("Năm sản xuất", "Year made"), ""),
        Column::number(lang.t("Số lượng", "Quantity"), ""),
        Column::number(lang.t("Giá", "Price"), lang.t("triệu đồng", "million VND")),
    ];
    let row = |machine: &Equipment| {
        let cells = vec![
            Cell::text(&machine.name),
            Cell::text_or_unknown(machine.model.as_deref()),
            Cell::text_or_unknown(machine.origin.as_deref()),
            machine.year_made.map_or(Cell::Unknown, Cell::number),
            Cell::number(machine.quantity),
            Cell::Money(Money::cell(lang, machine.price)),
        ];
        TableRow::new("", cells)
    };
    Table {
        lang,
        caption: lang.t("Máy móc, thiết bị", "Machines").to_owned(),
        head: Head { columns },
        rows: machines.iter().map(row).collect(),
        note: String::new(),
    }
}
