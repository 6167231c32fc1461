//! The form of a statement: typed line by line, or pasted as a file.

use crate::kernel::components::{Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use crate::programme::choice::{code, frame_field, frame_of};
use kc_app::kernel::{Cx, Done, Failure};
use kc_app::programme::frame;
use kc_app::statement::lines::Lines;
use kc_app::statement::{Checked, check_pasted, to_file};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::Lang;
use kc_domain::programme::frame::Frame;
use kc_domain::statement::Kept;

/// What was typed: the file it makes, what its checks find, and what it speaks of.
pub(super) struct Typed {
    pub(super) body: String,
    pub(super) checked: Checked,
    pub(super) frame: Option<Frame>,
}

/// The values of a kept statement: as lines, or as the file where lines cannot say it.
pub(super) fn values(kept: &Kept, checked: &Checked) -> Query {
    let mut pairs = vec![
        ("version", kept.version.to_string()),
        ("statement", kept.id.to_string()),
        ("frame", kept.frame.map(code).unwrap_or_default()),
    ];
    match Lines::of(&checked.statement) {
        None => pairs.push(("file", kept.body.clone())),
        Some(lines) => {
            let day = |day: Option<_>| day.map(show_date).unwrap_or_default();
            pairs.extend([
                ("title", lines.title),
                ("place", lines.place.unwrap_or_default()),
                ("published", day(lines.published)),
                ("period_from", day(lines.period.map(Period::from))),
                ("period_to", day(lines.period.map(Period::to))),
                ("source", lines.source.unwrap_or_default()),
                ("figures", lines.figures),
                ("checks", lines.checks),
            ]);
        }
    }
    let pairs = pairs.into_iter();
    Query(
        pairs
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

/// The fields with what was typed so far.
pub(super) fn fields(cx: &Cx<'_>, form: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    let mut fields = heading(lang);
    fields.push(frame_field(lang, &frame::list(cx)?));
    fields.extend(content(lang));
    for name in ["version", "statement"] {
        fields.push(Field::new(lang, Kind::Hidden, name, ""));
    }
    let filled = fields.into_iter().map(|field| {
        let typed = form.get(&field.name);
        field.value(typed)
    });
    Ok(filled.collect())
}

fn heading(lang: Lang) -> Vec<Field> {
    vec![
        Field::text(lang, "title", lang.t("Tên bản số liệu", "Title"))
            .example("Hải Phòng 2016–2020"),
        Field::text(lang, "place", lang.t("Địa phương", "Place"))
            .hint(lang.t("Như nguồn ghi.", "As the source says."))
            .optional(),
        Field::date(lang, "published", lang.t("Ngày công bố", "Published on")).optional(),
        Field::date(
            lang,
            "period_from",
            lang.t("Kỳ số liệu từ ngày", "Period from"),
        )
        .optional(),
        Field::date(lang, "period_to", lang.t("Đến ngày", "To")).optional(),
        Field::text(lang, "source", lang.t("Nguồn", "Source"))
            .hint(lang.t("Bài viết, báo cáo, trang.", "Article, report, page."))
            .optional(),
    ]
}

fn content(lang: Lang) -> Vec<Field> {
    let lines = |name: &str, label| Field::new(lang, Kind::Lines, name, label);
    vec![
        lines("figures", lang.t("Số liệu", "Figures"))
            .hint(lang.t(
                "Mỗi dòng một số liệu, ghi như đã in.",
                "One figure a line, as printed.",
            ))
            .example("total (Tổng kinh phí) = 41.306,53 triệu đồng"),
        lines("checks", lang.t("Phép kiểm", "Checks"))
            .hint(lang.t(
                "Mỗi dòng một phép kiểm: tổng, đếm, tỷ lệ, bình quân, tích, không vượt.",
                "One check a line: sum, count, percent, quotient, product, at most.",
            ))
            .example("tổng (Theo nguồn): total = budget + counterpart")
            .optional(),
        lines(
            "file",
            lang.t("Hoặc dán cả tệp JSON", "Or paste the whole JSON file"),
        )
        .hint(lang.t(
            "Khi có tệp, các mục trên được bỏ qua, trừ chương trình, kế hoạch.",
            "With a file, the fields above are left out, except programme or plan.",
        ))
        .optional(),
    ]
}

/// Reads what was typed or pasted and runs its checks. Nothing is kept.
pub(super) fn read(form: &Query) -> Done<Typed> {
    let mut reader = FormReader::new(form);
    let frame = reader.choice_or_none("frame", frame_of);
    let pasted = form.get("file").trim();
    let (body, checked) = if pasted.is_empty() {
        let body = to_file(&lines(reader)?.read()?);
        let checked = check_pasted(&body)?;
        (body, checked)
    } else {
        reader.finish(())?;
        let checked = check_pasted(pasted).map_err(at_the_file)?;
        (pasted.to_owned(), checked)
    };
    Ok(Typed {
        body,
        checked,
        frame,
    })
}

fn lines(mut reader: FormReader<'_>) -> Done<Lines> {
    let (from, to) = (
        reader.date_or_none("period_from"),
        reader.date_or_none("period_to"),
    );
    let period = from.zip(to).and_then(|(from, to)| Period::new(from, to));
    if period.is_none() && (from.is_some() || to.is_some()) {
        reader.wrong(
            "period_to",
            "Ghi cả hai ngày của kỳ, ngày cuối không trước ngày đầu.",
            "Give both days of the period, the last not before the first.",
        );
    }
    let lines = Lines {
        title: reader.text("title"),
        place: reader.text_or_none("place"),
        published: reader.date_or_none("published"),
        period,
        source: reader.text_or_none("source"),
        figures: reader.written("figures"),
        checks: reader.written("checks"),
    };
    reader.finish(lines)
}

/// Whatever is wrong with a pasted file is said at the box it was pasted into.
fn at_the_file(failure: Failure) -> Failure {
    match failure {
        Failure::Refused(refusal) => {
            Failure::invalid("file", refusal.say(Lang::Vi), refusal.say(Lang::En))
        }
        other => other,
    }
}
