//! The form of a draft: its fields, and what is read from them.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use kc_app::appraisal::rank::reopen;
use kc_app::decision::draft::{NewDecision, usual_title};
use kc_app::decision::{self, Filter};
use kc_app::kernel::{Cx, Done, ROWS_MAX, Window};
use kc_app::plan::{self, PlanFilter};
use kc_domain::decision::{Decision, DecisionKind, DecisionStatus};
use kc_domain::kernel::id::{DecisionId, PlanId, RankingId};
use kc_domain::kernel::text::Lang;
use kc_domain::plan::Plan;

/// What a new draft starts with: a plan and a kind chosen elsewhere, and the usual acts below it.
pub fn blank(cx: &Cx<'_>, query: &Query) -> Query {
    let plans = plans(cx);
    let chosen = plans
        .iter()
        .find(|plan| plan.id.to_string() == query.get("plan"))
        .or_else(|| plans.first());
    let kind = DecisionKind::from_code(query.get("kind")).unwrap_or(DecisionKind::Approve);
    let mut form = Query::default()
        .with("kind", kind.code())
        .with("issuer", query.get("issuer"))
        .with("basis", &basis(cx, query))
        .with("ranking", query.get("ranking"))
        .with(
            "submitted",
            if kind == DecisionKind::Approve {
                "yes"
            } else {
                ""
            },
        );
    if let Some(plan) = chosen {
        form = form
            .with("plan", &plan.id.to_string())
            .with("title", &usual_title(kind, &plan.name, None));
    }
    form
}

/// The acts every decision of a local plan stands on; whoever drafts adds the province's own.
const BASIS: &str = "Luật Tổ chức chính quyền địa phương\n\
    Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Chính phủ về khuyến công, được sửa đổi, bổ sung bởi Nghị định số 235/2025/NĐ-CP\n\
    Theo đề nghị của Giám đốc Sở Công Thương";

/// The usual acts; a draft that is built from a ranking names it.
fn basis(cx: &Cx<'_>, query: &Query) -> String {
    let asked = RankingId::parse(query.get("ranking"));
    let found = asked.and_then(|id| reopen(cx, id).ok());
    found.map_or_else(
        || BASIS.to_owned(),
        |found| {
            let at = found.kept.recorded_at.show();
            let council = &found.council.name;
            BASIS.replace(
                PROPOSAL,
                &format!("Kết quả xếp hạng của {council}, ghi lúc {at}\n{PROPOSAL}"),
            )
        },
    )
}

/// The last line of the usual acts.
const PROPOSAL: &str = "Theo đề nghị của Giám đốc Sở Công Thương";

/// The values of a draft as its form shows them.
pub fn values(act: &Decision) -> Query {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let id = |id: Option<String>| id.unwrap_or_default();
    let pairs = [
        ("kind", act.kind.code().to_owned()),
        ("plan", act.plan.to_string()),
        ("to_plan", id(act.to_plan.map(|id| id.to_string()))),
        ("amends", id(act.amends.map(|id| id.to_string()))),
        ("batch", text(&act.batch)),
        ("title", act.title.clone()),
        ("basis", act.basis.join("\n")),
        ("reason", text(&act.reason)),
        ("issuer", act.issuer.clone()),
        ("signer_post", text(&act.signer_post)),
        ("signer_name", text(&act.signer_name)),
        ("version", act.version.to_string()),
    ];
    Query(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

fn plans(cx: &Cx<'_>) -> Vec<Plan> {
    let window = Window::of_page(1, ROWS_MAX);
    let found = plan::list(cx, &PlanFilter::default(), window);
    found.map(|page| page.rows).unwrap_or_default()
}

/// The fields with what was typed so far. `is_new` offers to start with what waits for approval.
pub fn fields(cx: &Cx<'_>, form: &Query, is_new: bool) -> Vec<Field> {
    let lang = cx.lang();
    let mut fields = what(cx, is_new);
    fields.extend(paper(lang));
    if is_new {
        fields.push(Field::new(lang, Kind::Hidden, "ranking", ""));
    }
    if is_new && form.get("ranking").is_empty() {
        let label = lang.t(
            "Đưa mọi đề án đang chờ phê duyệt của kế hoạch vào danh mục",
            "Start with every project of the plan that awaits approval",
        );
        let hint = lang.t(
            "Khi phê duyệt hoặc bổ sung; quyết định khác bắt đầu với danh mục trống.",
            "Where it approves or supplements; others start with an empty list.",
        );
        let field = Field::new(lang, Kind::Checkbox, "submitted", label);
        fields.push(field.hint(hint).optional());
    }
    fields.push(Field::new(lang, Kind::Hidden, "version", ""));
    fields
        .into_iter()
        .map(|field| {
            let typed = form.get(&field.name);
            field.value(typed)
        })
        .collect()
}

fn what(cx: &Cx<'_>, is_new: bool) -> Vec<Field> {
    let lang = cx.lang();
    let kinds = DecisionKind::ALL.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let plans = plans(cx);
    let named = || {
        plans
            .iter()
            .map(|plan| Choice::new(plan.id.to_string(), &plan.name))
    };
    let none = || std::iter::once(Choice::new("", lang.t("Không", "None")));
    let mut fields = vec![Field::new(
        lang,
        Kind::Select(kinds.into()),
        "kind",
        lang.t("Quyết định làm gì", "What it does"),
    )];
    if is_new {
        let label = lang.t("Kế hoạch", "Plan");
        fields.push(Field::new(
            lang,
            Kind::Select(named().collect()),
            "plan",
            label,
        ));
    }
    fields.extend([
        Field::text(lang, "title", lang.t("Trích yếu", "About")),
        Field::new(lang, Kind::Short, "batch", lang.t("Đợt", "Batch"))
            .example("I/2026")
            .optional(),
        Field::new(
            lang,
            Kind::Select(none().chain(named()).collect()),
            "to_plan",
            lang.t(
                "Kế hoạch năm sau nhận đề án",
                "The later plan that takes the projects",
            ),
        )
        .hint(lang.t(
            "Chỉ khi hoãn hoặc chuyển nguồn.",
            "Only for postponing and carrying over.",
        ))
        .optional(),
        Field::new(
            lang,
            Kind::Select(none().chain(issued(cx)).collect()),
            "amends",
            lang.t("Sửa đổi, bổ sung quyết định", "Amends the decision"),
        )
        .optional(),
        Field::new(lang, Kind::Long, "reason", lang.t("Lý do", "Reason"))
            .hint(lang.t(
                "Bắt buộc, trừ khi phê duyệt hoặc bổ sung.",
                "Needed except for approving and supplementing.",
            ))
            .optional(),
    ]);
    fields
}

fn issued(cx: &Cx<'_>) -> Vec<Choice> {
    let filter = Filter {
        status: Some(DecisionStatus::Issued),
        ..Filter::default()
    };
    let found = decision::list(cx, &filter, Window::of_page(1, ROWS_MAX));
    let rows = found.map(|page| page.rows).unwrap_or_default();
    let label = |act: &Decision| {
        let number = act.number.clone().unwrap_or_default();
        Choice::new(act.id.to_string(), format!("{number} – {}", act.title))
    };
    rows.iter().map(label).collect()
}

fn paper(lang: Lang) -> Vec<Field> {
    vec![
        Field::text(lang, "issuer", lang.t("Cơ quan ban hành", "Issued by"))
            .example("Ủy ban nhân dân thành phố Hải Phòng"),
        Field::new(lang, Kind::Long, "basis", lang.t("Căn cứ", "Basis"))
            .hint(lang.t(
                "Mỗi văn bản một dòng; chữ “Căn cứ” và dấu câu được thêm khi in.",
                "One act a line.",
            ))
            .optional(),
        Field::text(
            lang,
            "signer_post",
            lang.t("Chức vụ người ký", "Post of who signs"),
        )
        .example("Phó Chủ tịch")
        .optional(),
        Field::text(lang, "signer_name", lang.t("Người ký", "Who signs")).optional(),
    ]
}

/// Reads what was typed.
pub fn read(form: &Query) -> Done<NewDecision> {
    let mut reader = FormReader::new(form);
    let kind = reader.choice("kind", DecisionKind::from_code);
    let plan = reader.choice("plan", PlanId::parse);
    let to_plan = reader.choice_or_none("to_plan", PlanId::parse);
    let amends = reader.choice_or_none("amends", DecisionId::parse);
    let (title, issuer) = (reader.text("title"), reader.text("issuer"));
    let (batch, reason) = (reader.text_or_none("batch"), reader.text_or_none("reason"));
    let signer_post = reader.text_or_none("signer_post");
    let signer_name = reader.text_or_none("signer_name");
    let basis = reader.written("basis").lines().map(str::to_owned).collect();
    reader.finish_with(|| {
        Some(NewDecision {
            kind: kind?,
            plan: plan?,
            to_plan,
            amends,
            batch,
            title,
            basis,
            reason,
            issuer,
            signer_post,
            signer_name,
        })
    })
}
