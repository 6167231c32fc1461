//! The lines of a draft: the table, the small form that puts one in, the button that takes one out.

use super::{show, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Field, Head, Kind, Money, PostButton};
use crate::kernel::form::FormReader;
use crate::kernel::page::{Cell, Part, RowKind, SmallForm, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::decision::lines::{self, NewLine};
use kc_app::decision::{Line, Sight};
use kc_app::kernel::Done;
use kc_domain::decision::{DecisionKind, Item};
use kc_domain::kernel::id::{DecisionId, DecisionItemId, ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::Purse;
use kc_domain::project::Project;

/// `POST /decisions/{decision}/lines`
pub fn put(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let id = visit.id("decision", DecisionId::parse)?;
    let version = typed.get("version").parse().unwrap_or(0);
    match read(typed).and_then(|new| lines::put(&cx, id, version, new)) {
        Ok(()) => Reply::see_other(
            url(id),
            visit.lang().t("Đã đưa vào danh mục.", "The line is in."),
        ),
        Err(failure) => show::come_back(visit, id, failure),
    }
}

/// `POST /decisions/{decision}/lines/{line}/removal`
pub fn take_out(visit: &Visit<'_>) -> Answer {
    let id = visit.id("decision", DecisionId::parse)?;
    let line = visit.id("line", DecisionItemId::parse)?;
    let version = visit.form("version").parse().unwrap_or(0);
    lines::take_out(&visit.cx(), id, version, line)?;
    Reply::see_other(
        url(id),
        visit.lang().t("Đã bỏ khỏi danh mục.", "The line is out."),
    )
}

fn read(form: &Query) -> Done<NewLine> {
    let mut reader = FormReader::new(form);
    let project = reader.choice("project", ProjectId::parse);
    let purse = reader.choice("purse", PurseId::parse);
    let after = reader.money("after");
    reader.finish_with(|| {
        Some(NewLine {
            project: project?,
            purse: purse?,
            after,
        })
    })
}

/// The lines with their sum.
pub fn table(lang: Lang, sight: &Sight) -> Table {
    let columns = vec![
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Đề án", "Project")),
        Column::text(lang.t("Đơn vị thụ hưởng", "Beneficiary")),
        Column::text(lang.t("Nguồn", "Source")),
        money_column(lang.t("Đã phê duyệt", "Before"), lang),
        money_column(lang.t("Nay phê duyệt", "After"), lang),
        money_column(lang.t("Tăng, giảm", "Change"), lang),
    ];
    let mut rows: Vec<_> = sight.lines.iter().map(|line| row(lang, line)).collect();
    let total = |of: fn(&Item) -> Dong| {
        let sum: Dong = sight.lines.iter().map(|line| of(&line.item)).sum();
        Cell::Money(Money::cell(lang, Some(sum)))
    };
    if sight.lines.len() > 1 {
        let mut cells = vec![Cell::text(lang.t("Tổng cộng", "Total"))];
        cells.extend([Cell::Empty, Cell::Empty, Cell::Empty]);
        cells.push(total(|item| item.before));
        cells.push(total(|item| item.after));
        cells.push(total(Item::change));
        rows.push(TableRow::of_kind(RowKind::Total, cells));
    }
    Table {
        lang,
        caption: lang.t("Danh mục đề án", "Projects").to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

fn money_column(label: &str, lang: Lang) -> Column {
    Column::number(label, lang.t("triệu đồng", "million VND"))
}

fn row(lang: Lang, line: &Line) -> TableRow {
    let item = &line.item;
    let money = |amount| Cell::Money(Money::cell(lang, Some(amount)));
    let cells = vec![
        Cell::text(&line.code),
        Cell::text(&line.title),
        line.beneficiary.as_ref().map_or(Cell::Empty, Cell::text),
        Cell::text(item.source.name(lang)),
        money(item.before),
        money(item.after),
        money(item.change()),
    ];
    TableRow::new(crate::project::url(item.project), cells)
}

/// The form that puts a project into a draft, or why none can be put in.
pub fn form(visit: &Visit<'_>, sight: &Sight, typed: &Query) -> Done<Vec<Part>> {
    let (lang, act) = (visit.lang(), &sight.decision);
    let (projects, purses) = lines::choices(&visit.cx(), act)?;
    let heading = lang.t(
        "Đưa đề án vào danh mục, hoặc sửa số tiền",
        "Put a project in, or change its amount",
    );
    let heading = Part::Heading(heading.to_owned());
    if projects.is_empty() || purses.is_empty() {
        let said = nothing_to_put(lang, purses.is_empty());
        return Ok(vec![heading, Part::Text(said.to_owned())]);
    }
    let fields = fields(lang, act.kind, &projects, &purses)
        .into_iter()
        .map(|field| {
            let value = typed.get(&field.name);
            field.value(value)
        });
    let address = format!("{}/lines", url(act.id));
    let button = PostButton::new(address, visit.csrf(), lang.t("Đưa vào danh mục", "Put in"))
        .with("version", act.version.to_string());
    let form = SmallForm {
        fields: fields.collect(),
        button,
        with_files: false,
    };
    Ok(vec![heading, Part::Form(form)])
}

fn nothing_to_put(lang: Lang, has_no_purse: bool) -> &'static str {
    if has_no_purse {
        lang.t(
            "Kế hoạch này chưa có nguồn kinh phí. Mở nguồn và giao dự toán trong Kinh phí trước.",
            "The plan has no purse yet. Open one under Ledger first.",
        )
    } else {
        lang.t(
            "Không có đề án nào của kế hoạch ở trạng thái phù hợp với loại quyết định này.",
            "No project of the plan is where this kind of decision finds it.",
        )
    }
}

fn fields(lang: Lang, kind: DecisionKind, projects: &[Project], purses: &[Purse]) -> Vec<Field> {
    let named = projects.iter().map(|project| {
        let label = format!("{} – {}", project.code, project.title);
        Choice::new(project.id.to_string(), label)
    });
    let held = purses.iter().map(|purse| {
        let label = format!("{} – {}", purse.code, purse.source.name(lang));
        Choice::new(purse.id.to_string(), label)
    });
    let select = |name: &str, label: &str, choices: Vec<Choice>| {
        Field::new(lang, Kind::Select(choices), name, label)
    };
    vec![
        select("project", lang.t("Đề án", "Project"), named.collect()),
        select("purse", lang.t("Nguồn kinh phí", "Purse"), held.collect()),
        Field::money(
            lang,
            "after",
            lang.t("Kinh phí sau quyết định", "Approved after the decision"),
        )
        .hint(asked(lang, kind)),
    ]
}

/// What is to be entered, for each kind of decision.
fn asked(lang: Lang, kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::SwitchSource => lang.t(
            "Ghi hai dòng cho mỗi đề án: nguồn cũ với số còn lại, nguồn mới với số sau khi tăng bằng chừng ấy.",
            "Two lines a project: the old purse with what stays, the new one with as much more.",
        ),
        DecisionKind::CarryOver => lang.t(
            "Ghi số còn lại trong kế hoạch này; phần giảm đi chuyển sang năm sau.",
            "What stays in this plan; the rest goes to the next year.",
        ),
        DecisionKind::Approve
        | DecisionKind::Supplement
        | DecisionKind::Adjust
        | DecisionKind::Cut
        | DecisionKind::Postpone
        | DecisionKind::Stop => lang.t(
            "Ghi tổng số sau quyết định, không phải phần tăng thêm.",
            "The whole, not the difference.",
        ),
    }
}

/// One button a line that takes it out of the draft.
pub fn removals(visit: &Visit<'_>, sight: &Sight) -> Vec<PostButton> {
    let (lang, act) = (visit.lang(), &sight.decision);
    let each = |line: &Line| {
        let address = format!("{}/lines/{}/removal", url(act.id), line.item.id);
        let label = format!(
            "{} {} ({})",
            lang.t("Bỏ", "Take out"),
            line.code,
            line.purse
        );
        PostButton::new(address, visit.csrf(), label).with("version", act.version.to_string())
    };
    sight.lines.iter().map(each).collect()
}
