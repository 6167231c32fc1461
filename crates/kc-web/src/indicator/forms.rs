//! The forms of targets and results: their fields, and what is read from them.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use crate::programme::choice::{frame_field, frame_of};
use kc_app::indicator::result::NewResult;
use kc_app::indicator::target::NewTarget;
use kc_app::kernel::{Cx, Done};
use kc_app::programme::frame;
use kc_domain::indicator::record::Counts;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::Lang;

fn filled(fields: Vec<Field>, form: &Query) -> Vec<Field> {
    let fields = fields.into_iter().map(|field| {
        let typed = form.get(&field.name);
        field.value(typed)
    });
    fields.collect()
}

fn frames(cx: &Cx<'_>) -> Done<Field> {
    let mut field = frame_field(cx.lang(), &frame::list(cx)?);
    field.optional = false;
    Ok(field)
}

/// The fields of a target with what was typed so far.
pub(super) fn target_fields(cx: &Cx<'_>, form: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    let fields = vec![
        frames(cx)?,
        Field::text(
            lang,
            "indicator",
            lang.t("Chỉ tiêu", "What is to be reached"),
        )
        .example("Cụm công nghiệp khởi công"),
        Field::text(
            lang,
            "figure",
            lang.t("Mức đặt ra, như văn bản ghi", "Set at, as printed"),
        )
        .hint(lang.t(
            "Ghi cả “ít nhất”, “không quá”, khoảng và đơn vị.",
            "With its hedge, range and unit.",
        ))
        .example("ít nhất 20 cụm công nghiệp; 6 - 8%/năm"),
        Field::date(lang, "period_from", lang.t("Kỳ từ ngày", "Period from"))
            .hint(lang.t(
                "Để trống cả hai ngày khi văn bản không nêu kỳ.",
                "Leave both days empty when the source does not say.",
            ))
            .optional(),
        Field::date(lang, "period_to", lang.t("Đến ngày", "To")).optional(),
    ];
    Ok(filled(fields, form))
}

/// Reads a target.
pub(super) fn read_target(form: &Query) -> Done<NewTarget> {
    let mut reader = FormReader::new(form);
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
    let frame = reader.choice("frame", frame_of);
    let (indicator, figure) = (reader.text("indicator"), reader.text("figure"));
    reader.finish_with(|| {
        Some(NewTarget {
            frame: frame?,
            indicator,
            figure,
            period,
            illustrative: false,
        })
    })
}

/// The fields of a result with what was typed so far.
pub(super) fn result_fields(cx: &Cx<'_>, form: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    let fields = vec![
        frames(cx)?,
        Field::text(lang, "indicator", lang.t("Kết quả về", "Result of"))
            .hint(lang.t(
                "Ghi đúng tên chỉ tiêu để được so với chỉ tiêu đó.",
                "Use the name of the target to be measured by it.",
            ))
            .example("Cụm công nghiệp khởi công"),
        counts_field(lang),
        Field::text(
            lang,
            "figure",
            lang.t("Số liệu như đã nêu", "Figure as reported"),
        )
        .hint(lang.t(
            "Để trống khi chưa có số liệu. Giữ cả “trên”, “gần” và đơn vị.",
            "Leave empty when nobody knows. Keep hedge and unit.",
        ))
        .example("trên 3,865 tỷ đồng")
        .optional(),
        Field::date(lang, "as_of", lang.t("Số liệu đến ngày", "As of")),
        Field::text(
            lang,
            "place_written",
            lang.t("Nơi, như nguồn ghi", "Place, as written"),
        )
        .optional(),
        Field::text(lang, "note", lang.t("Ghi chú", "Note")).optional(),
    ];
    Ok(filled(fields, form))
}

fn counts_field(lang: Lang) -> Field {
    let other = Choice::new("", lang.t("(khác)", "(other)"));
    let known = Counts::ALL.map(|counts| Choice::new(counts.code(), counts.name(lang)));
    let choices = std::iter::once(other).chain(known).collect();
    Field::new(
        lang,
        Kind::Select(choices),
        "counts",
        lang.t("Đếm gì", "What it counts"),
    )
    .hint(lang.t(
        "Chọn để chương trình tính học viên/lớp, tỷ trọng cuộc kiểm tra, tiến độ.",
        "Choose, so that means, shares and progress are computed.",
    ))
    .optional()
}

/// Reads a result.
pub(super) fn read_result(form: &Query) -> Done<NewResult> {
    let mut reader = FormReader::new(form);
    let frame = reader.choice("frame", frame_of);
    let (indicator, figure) = (reader.text("indicator"), reader.text_or_none("figure"));
    let counts = reader.choice_or_none("counts", Counts::from_code);
    let as_of = reader.date("as_of");
    let place_written = reader.text_or_none("place_written");
    let note = reader.text_or_none("note");
    reader.finish_with(|| {
        Some(NewResult {
            frame: frame?,
            indicator,
            counts,
            figure,
            as_of,
            place_written,
            note,
            illustrative: false,
        })
    })
}
