//! The list of establishments: filters, sorting and page live in the address.

use super::place_of;
use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Empty, Field, Head, Kind};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Table, TableRow, list_pager, sort_column};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::establishment::{self, Filter, Order};
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_app::place::{look_up, name_of};
use kc_domain::establishment::{Establishment, LegalForm};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::group_thousands;
use kc_domain::kernel::text::Lang;
use kc_domain::place::AreaPath;
use kc_domain::policy::Action;

/// `GET /establishments`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = filter(visit);
    let page = establishment::list(&cx, &filter, order(visit.query("sort")), window)?;
    let mut shell = shell(
        visit,
        lang.t("Cơ sở công nghiệp nông thôn", "Rural establishments"),
    );
    if cx.may(Action::RecordEstablishment) {
        shell.action = Some(MainAction {
            label: lang.t("Thêm cơ sở", "Add an establishment").to_owned(),
            url: "/establishments/new".to_owned(),
            official: false,
            posts: false,
        });
    }
    let empty = empty(lang, visit, shell.action.clone());
    Reply::page(&ListPage {
        tabs: None,
        filters: filters(visit),
        action: "/establishments".to_owned(),
        summary: narrowed(visit, filter.areas.as_deref()),
        columns: None,
        table: table(visit, &page.rows),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("cơ sở", "establishments")),
        shell,
    })
}

fn empty(lang: Lang, visit: &Visit<'_>, action: Option<MainAction>) -> Empty {
    let searched = visit
        .arrival
        .query
        .0
        .iter()
        .any(|(_, value)| !value.is_empty());
    let (title, text) = if searched {
        (
            lang.t("Không có cơ sở nào khớp bộ lọc", "Nothing fits the filter"),
            lang.t(
                "Bớt điều kiện, hoặc kiểm tra chính tả.",
                "Take out a condition.",
            ),
        )
    } else {
        (
            lang.t("Chưa có cơ sở nào", "No establishments yet"),
            lang.t(
                "Cơ sở được khảo sát, đăng ký hoặc thụ hưởng sẽ hiện ở đây.",
                "Establishments surveyed or supported will stand here.",
            ),
        )
    };
    Empty {
        title: title.to_owned(),
        text: text.to_owned(),
        action,
    }
}

fn filter(visit: &Visit<'_>) -> Filter {
    Filter {
        words: visit.query("q").to_owned(),
        areas: areas(visit),
        legal_form: LegalForm::from_code(visit.query("legal_form")),
    }
}

/// Every unit the text of the filter names; a name borne by several shows them all.
fn areas(visit: &Visit<'_>) -> Option<Vec<AreaPath>> {
    let text = visit.query("area");
    if text.is_empty() {
        return None;
    }
    let answer = look_up(text, visit.cx().today());
    Some(
        answer
            .matches
            .iter()
            .map(|found| found.unit.area())
            .collect(),
    )
}

fn narrowed(visit: &Visit<'_>, areas: Option<&[AreaPath]>) -> String {
    let lang = visit.lang();
    match areas {
        None => String::new(),
        Some([]) => look_up(visit.query("area"), visit.cx().today()).message(lang),
        Some(areas) => {
            let names = areas.iter().map(|area| name_of(area, lang));
            let names = names.collect::<Vec<_>>().join("; ");
            format!("{}: {names}", lang.t("Địa bàn", "Area"))
        }
    }
}

fn order(sort: &str) -> Order {
    match sort {
        "-name" => Order::NameDown,
        "workers" => Order::Workers,
        "-workers" => Order::WorkersDown,
        "surveyed" => Order::Surveyed,
        "-surveyed" => Order::SurveyedDown,
        _ => Order::Name,
    }
}

fn filters(visit: &Visit<'_>) -> Vec<Field> {
    let lang = visit.lang();
    let all = Choice::new("", lang.t("Tất cả", "All"));
    let forms = LegalForm::ALL.map(|form| Choice::new(form.code(), form.name(lang)));
    let forms = std::iter::once(all).chain(forms).collect();
    let kept = visit.query("sort").to_owned();
    let fields = vec![
        Field::text(
            lang,
            "q",
            lang.t("Tên hoặc mã số thuế", "Name or tax number"),
        ),
        Field::text(lang, "area", lang.t("Địa bàn", "Area")),
        Field::new(
            lang,
            Kind::Select(forms),
            "legal_form",
            lang.t("Hình thức", "Legal form"),
        ),
    ];
    let mut fields: Vec<_> = fields
        .into_iter()
        .map(|field| {
            let typed = visit.query(&field.name).to_owned();
            field.value(typed).optional()
        })
        .collect();
    if !kept.is_empty() {
        fields.push(Field::new(lang, Kind::Hidden, "sort", "").value(kept));
    }
    fields
}

fn table(visit: &Visit<'_>, rows: &[Establishment]) -> Table {
    let lang = visit.lang();
    let people = Column::number(lang.t("Lao động", "Workers"), lang.t("người", "people"));
    let surveyed = Column::text(lang.t("Khảo sát", "Surveyed"));
    let columns = vec![
        sort_column(visit, Column::text(lang.t("Tên cơ sở", "Name")), "name"),
        Column::text(lang.t("Địa bàn", "Area")),
        Column::text(lang.t("Hình thức", "Legal form")),
        Column::text(lang.t("Ngành nghề", "Trade")),
        sort_column(visit, people, "workers"),
        sort_column(visit, surveyed, "surveyed"),
    ];
    Table {
        lang,
        caption: lang.t("Cơ sở CNNT", "Establishments").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(|row| table_row(lang, row)).collect(),
        note: String::new(),
    }
}

fn table_row(lang: Lang, row: &Establishment) -> TableRow {
    let workers = row
        .workers
        .map_or(Cell::Unknown, |count| Cell::Number(group_thousands(count)));
    let cells = vec![
        Cell::text(&row.name),
        Cell::text(place_of(row, lang)),
        Cell::text_or_unknown(row.legal_form.map(|form| form.name(lang))),
        Cell::text_or_unknown(row.trade.as_deref()),
        workers,
        Cell::text_or_unknown(row.surveyed_on.map(show_date)),
    ];
    TableRow::new(url(row.id), cells)
}
