//! The pages of programmes.

use super::sides::{self, Side};
use super::{forms, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Empty, Fact, Facts, Field, Head, Offer, Value};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{
    Cell, FormPage, ListPage, Part, RecordPage, Table, TableRow, list_pager,
};
use crate::kernel::query::Query;
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, ROWS_DEFAULT, Window};
use kc_app::{document, programme};
use kc_domain::kernel::id::ProgrammeId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::programme::Programme;
use kc_domain::programme::frame::Frame;

/// `GET /programmes`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let words = visit.query("q");
    let page = programme::list(&cx, words, window)?;
    let mut shell = shell(visit, lang.t("Chương trình khuyến công", "Programmes"));
    if cx.may(Action::RecordProgramme) {
        shell.action = Some(new_action(lang));
    }
    let empty = Empty {
        title: lang
            .t("Chưa có chương trình nào", "No programmes yet")
            .to_owned(),
        text: lang
            .t(
                "Ghi chương trình theo quyết định phê duyệt.",
                "Record the programme of a decision.",
            )
            .to_owned(),
        action: shell.action.clone(),
    };
    Reply::page(&ListPage {
        tabs: None,
        filters: vec![
            Field::text(lang, "q", lang.t("Tên", "Name"))
                .value(words)
                .optional(),
        ],
        action: "/programmes".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows),
        empty: Some(empty),
        pager: list_pager(
            visit,
            window,
            page.total,
            lang.t("chương trình", "programmes"),
        ),
        shell,
    })
}

fn new_action(lang: Lang) -> MainAction {
    MainAction {
        label: lang.t("Thêm chương trình", "Add a programme").to_owned(),
        url: "/programmes/new".to_owned(),
        official: false,
        posts: false,
    }
}

fn table(lang: Lang, rows: &[Programme]) -> Table {
    let columns = vec![
        Column::text(lang.t("Tên chương trình", "Name")),
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Thời gian", "Period")),
        Column::text(lang.t("Cấp", "Level")),
    ];
    let row = |programme: &Programme| {
        let cells = vec![
            Cell::text(&programme.name),
            Cell::text(&programme.code),
            Cell::text(programme.period.to_string()),
            Cell::text_or_unknown(programme.level.map(|level| level.name(lang))),
        ];
        TableRow::new(url(programme.id), cells)
    };
    Table {
        lang,
        caption: lang.t("Danh sách chương trình", "Programmes").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

/// `GET /programmes/{programme}`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = programme::show(&cx, visit.id("programme", ProgrammeId::parse)?)?;
    let mut shell = shell(visit, &found.name);
    shell.crumbs = vec![crumb(lang.t("Chương trình", "Programmes"), "/programmes")];
    shell.illustrative = found.illustrative;
    let side = Side::of_tab(visit.query("tab"));
    let parts = if side == Side::History {
        vec![crate::audit::history_part(visit, found.id)?]
    } else {
        let mut facts = facts(lang, &found);
        facts.facts.insert(2, decision(&cx, &found));
        vec![Part::Facts(facts), Part::Offers(offers(&cx, &found))]
    };
    let tabs = sides::tabs(visit, Frame::Programme(found.id), &found.name, side);
    Reply::page(&RecordPage {
        shell,
        tabs: Some(tabs),
        parts,
    })
}

/// The decision the programme stands on, opened where the reader may.
fn decision(cx: &Cx<'_>, programme: &Programme) -> Fact {
    let label = cx.lang().t("Quyết định", "Decision");
    let paper = programme
        .decision
        .and_then(|id| document::show(cx, id).ok());
    paper.map_or_else(
        || Fact::new(label, Value::Unknown),
        |paper| {
            Fact::link(
                label,
                paper.title(cx.lang()),
                crate::document::url(paper.id),
            )
        },
    )
}

/// Where the programme leads on: its projects, its report, its correction.
fn offers(cx: &Cx<'_>, programme: &Programme) -> Vec<Offer> {
    let lang = cx.lang();
    let projects = format!("/projects?programme={}", programme.id);
    let mut offers = vec![Offer::open(
        lang.t("Xem các đề án", "See its projects"),
        projects,
    )];
    if cx.may(Action::ReadReports) {
        let code = crate::kernel::query::encode(&programme.code);
        let report = format!("/reports/programme?programme={code}");
        offers.push(Offer::open(
            lang.t("Báo cáo chương trình", "Its report"),
            report,
        ));
    }
    if cx.may_on(Action::RecordProgramme, &programme::subject(programme)) {
        let edit = format!("{}/edit", url(programme.id));
        offers.push(Offer::open(lang.t("Sửa", "Edit"), edit));
    }
    offers
}

fn facts(lang: Lang, programme: &Programme) -> Facts {
    let level = programme.level.map(|level| level.name(lang));
    let text =
        |value: Option<&str>| value.map_or(Value::Unknown, |text| Value::Text(text.to_owned()));
    let facts = vec![
        Fact::text(lang.t("Mã", "Code"), &programme.code),
        Fact::text(lang.t("Thời gian", "Period"), programme.period.to_string()),
        Fact::new(lang.t("Cấp", "Level"), text(level)),
        Fact::text(
            lang.t("Danh mục nội dung", "Catalogue"),
            &programme.catalogue,
        ),
        Fact::new(lang.t("Ghi chú", "Note"), text(programme.note.as_deref())),
    ];
    Facts { lang, facts }
}

/// `GET /programmes/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    new_form(visit, &Query::default()).show()
}

/// `POST /programmes`
pub fn create(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let done =
        forms::read(&cx, &visit.arrival.form).and_then(|new| programme::record::record(&cx, new));
    match done {
        Ok(id) => Reply::see_other(url(id), visit.lang().t("Đã ghi chương trình.", "Saved.")),
        Err(failure) => new_form(visit, &visit.arrival.form).come_back(failure),
    }
}

/// `GET /programmes/{programme}/edit`
pub fn edit(visit: &Visit<'_>) -> Answer {
    let found = programme::show(&visit.cx(), visit.id("programme", ProgrammeId::parse)?)?;
    edit_form(visit, &found, &forms::values(&found)).show()
}

/// `POST /programmes/{programme}`
pub fn update(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let found = programme::show(&cx, visit.id("programme", ProgrammeId::parse)?)?;
    let form = &visit.arrival.form;
    let version = form.get("version").parse().unwrap_or(0);
    let done =
        forms::read(&cx, form).and_then(|new| programme::amend::amend(&cx, found.id, version, new));
    match done {
        Ok(()) => Reply::see_other(url(found.id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => edit_form(visit, &found, form).come_back(failure),
    }
}

fn new_form(visit: &Visit<'_>, form: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Thêm chương trình", "Add a programme"));
    shell.crumbs = vec![crumb(lang.t("Chương trình", "Programmes"), "/programmes")];
    FormPage::new(shell, "/programmes", forms::fields(&visit.cx(), form))
        .buttons(lang.t("Ghi chương trình", "Save"), "/programmes")
}

fn edit_form(visit: &Visit<'_>, found: &Programme, form: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Sửa chương trình", "Edit the programme"));
    shell.crumbs = vec![
        crumb(lang.t("Chương trình", "Programmes"), "/programmes"),
        crumb(&found.name, url(found.id)),
    ];
    FormPage::new(shell, url(found.id), forms::fields(&visit.cx(), form))
        .buttons(lang.t("Lưu", "Save"), url(found.id))
}
