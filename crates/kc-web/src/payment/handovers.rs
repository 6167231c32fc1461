//! Lists handed to the treasury: those made, a new one, one with its moves, its workbook.

use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Empty, Fact, Facts, Field, Head, Kind, Money, Offer};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{
    Cell, FormPage, ListPage, Part, RecordPage, RowKind, Table, TableRow, list_pager,
};
use crate::kernel::query::Query;
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use crate::ledger::tabs;
use chrono::Datelike;
use kc_app::kernel::{Done, ROWS_DEFAULT, Window};
use kc_app::payment::handover::{self, Handover, HandoverLine, NewHandover};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::HandoverId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

const PATH: &str = "/ledger/handovers";

/// `GET /ledger/handovers`
pub(super) fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let page = handover::list(&cx, window)?;
    let mut shell = shell(visit, lang.t("Bảng kê chuyển Kho bạc", "Treasury lists"));
    shell.action = cx.may(Action::PrepareMove).then(|| MainAction {
        label: lang.t("Lập bảng kê", "Make a list").to_owned(),
        url: format!("{PATH}/new"),
        official: false,
        posts: false,
    });
    let empty = Empty {
        title: lang.t("Chưa có bảng kê", "No lists yet").to_owned(),
        text: lang
            .t(
                "Bảng kê gồm các chứng từ đã duyệt trong một thời gian; mỗi chứng từ chỉ vào một bảng kê.",
                "A list holds the approved moves of a period; each move stands on one list.",
            )
            .to_owned(),
        action: None,
    };
    let row = |list: &Handover| {
        let cells = vec![
            Cell::text(&list.number),
            Cell::text(show_date(list.handed_on)),
            Cell::text(format!("{} – {}", show_date(list.from), show_date(list.to))),
        ];
        TableRow::new(format!("{PATH}/{}", list.id), cells)
    };
    let columns = vec![
        Column::text(lang.t("Số", "Number")),
        Column::text(lang.t("Ngày chuyển", "Handed over")),
        Column::text(lang.t("Chứng từ từ – đến", "Moves from – to")),
    ];
    Reply::page(&ListPage {
        tabs: Some(tabs(lang, 3)),
        filters: Vec::new(),
        action: PATH.to_owned(),
        summary: String::new(),
        columns: None,
        table: Table {
            lang,
            caption: shell.title.clone(),
            head: Head { columns },
            rows: page.rows.iter().map(row).collect(),
            note: String::new(),
        },
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("bảng kê", "lists")),
        shell,
    })
}

/// `GET /ledger/handovers/new`: this month, or the period of `?from=` and `?to=`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let today = visit.cx().today();
    let first = today.with_day(1).unwrap_or(today);
    let typed = Query::default()
        .with("from", &show_date(first))
        .with("to", &show_date(today))
        .with("handed_on", &show_date(today));
    form(visit, &typed, Period::new(first, today))?.show()
}

/// `POST /ledger/handovers`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let typed = &visit.arrival.form;
    let done = read(typed).and_then(|new| handover::hand_over(&visit.cx(), &new));
    match done {
        Ok(id) => Reply::see_other(
            format!("{PATH}/{id}"),
            visit.lang().t("Đã lập bảng kê.", "The list is made."),
        ),
        Err(failure) => form(visit, typed, None)?.come_back(failure),
    }
}

fn read(form: &Query) -> Done<NewHandover> {
    let mut reader = FormReader::new(form);
    let period = reader.period("from", "to");
    let (number, handed_on) = (reader.text("number"), reader.date("handed_on"));
    reader.finish_with(|| {
        Some(NewHandover {
            number,
            handed_on,
            period: period?,
        })
    })
}

fn form(visit: &Visit<'_>, typed: &Query, period: Option<Period>) -> Done<FormPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let date = |name: &str, label| Field::date(lang, name, label).value(typed.get(name));
    let fields = vec![
        Field::new(lang, Kind::Short, "number", lang.t("Số bảng kê", "Number"))
            .value(typed.get("number"))
            .example("03/BK-TTKC"),
        date("handed_on", lang.t("Ngày chuyển", "Handed over on")),
        date("from", lang.t("Chứng từ từ ngày", "Moves from")),
        date("to", lang.t("Đến ngày", "To")),
    ];
    let mut shell = shell(visit, lang.t("Lập bảng kê", "Make a list"));
    shell.crumbs = vec![crumb(lang.t("Bảng kê Kho bạc", "Treasury lists"), PATH)];
    let mut page = FormPage::new(shell, PATH, fields)
        .intro(lang.t(
            "Gồm mọi chứng từ đã duyệt trong thời gian này mà chưa vào bảng kê nào; không gồm quyết toán.",
            "Holds every approved move of the period that stands on no list; settlements are not among them.",
        ))
        .buttons(lang.t("Lập bảng kê", "Make the list"), PATH);
    if let Some(period) = period {
        let lines = handover::preview(&cx, period)?;
        if !lines.is_empty() {
            let heading = lang.t("Sẽ vào bảng kê", "Would stand on it");
            page.after = vec![
                Part::Heading(heading.to_owned()),
                Part::Table(table(lang, &lines)),
            ];
        }
    }
    Ok(page)
}

/// `GET /ledger/handovers/{handover}`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let (list, lines) = handover::show(&visit.cx(), visit.id("handover", HandoverId::parse)?)?;
    let title = format!("{} {}", lang.t("Bảng kê", "List"), list.number);
    let mut shell = shell(visit, title);
    shell.crumbs = vec![crumb(lang.t("Bảng kê Kho bạc", "Treasury lists"), PATH)];
    shell.illustrative = list.illustrative;
    let facts = vec![
        Fact::text(
            lang.t("Ngày chuyển", "Handed over"),
            show_date(list.handed_on),
        ),
        Fact::text(
            lang.t("Chứng từ từ – đến", "Moves from – to"),
            format!("{} – {}", show_date(list.from), show_date(list.to)),
        ),
    ];
    let label = lang.t("Tải bảng kê Excel", "Download the workbook");
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts: vec![
            Part::Facts(Facts { lang, facts }),
            Part::Offers(vec![Offer::open(label, format!("{PATH}/{}/file", list.id))]),
            Part::Table(table(lang, &lines)),
        ],
    })
}

/// `GET /ledger/handovers/{handover}/file`
pub(super) fn file(visit: &Visit<'_>) -> Answer {
    let id = visit.id("handover", HandoverId::parse)?;
    let (name, bytes) = handover::workbook(&visit.cx(), id)?;
    Ok(Reply::File {
        name,
        content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes,
    })
}

fn table(lang: Lang, lines: &[HandoverLine]) -> Table {
    let columns = vec![
        Column::text(lang.t("Loại", "Kind")),
        Column::text(lang.t("Ngày", "Day")),
        Column::text(lang.t("Đề án", "Project")),
        Column::text(lang.t("Hợp đồng", "Contract")),
        Column::text(lang.t("Đơn vị nhận", "Recipient")),
        Column::text(lang.t("Nguồn vốn", "Source")),
        Column::number(
            lang.t("Số tiền", "Amount"),
            lang.t("triệu đồng", "million đồng"),
        ),
    ];
    let row = |line: &HandoverLine| {
        let cells = vec![
            Cell::text(line.kind.name(lang)),
            Cell::text(show_date(line.effective_on)),
            Cell::text(&line.title),
            Cell::text_or_unknown(line.contract.as_ref()),
            Cell::text_or_unknown(line.taker.as_ref()),
            Cell::text(line.source.name(lang)),
            Cell::Money(Money::cell(lang, Some(line.amount))),
        ];
        TableRow::new(format!("/ledger/entries/{}", line.id), cells)
    };
    let mut rows: Vec<_> = lines.iter().map(row).collect();
    let sum: Dong = lines.iter().map(|line| line.amount).sum();
    let mut total = vec![Cell::text(lang.t("Tổng cộng", "Total"))];
    total.extend(vec![Cell::Empty; 5]);
    total.push(Cell::Money(Money::cell(lang, Some(sum))));
    rows.push(TableRow::of_kind(RowKind::Total, total));
    Table {
        lang,
        caption: lang.t("Chứng từ", "Moves").to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}
