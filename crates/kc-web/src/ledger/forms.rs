//! Forms of moves: fields shared by purse and project, and what is read from them.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use kc_app::kernel::Done;
use kc_app::ledger::append::Move;
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{MoveKind, Source};

/// The fields every move has: kind, amount, day, reason.
pub(super) fn fields(lang: Lang, kinds: &[MoveKind], form: &Query) -> Vec<Field> {
    let choices = kinds
        .iter()
        .map(|kind| Choice::new(kind.code(), kind.name(lang)))
        .collect();
    vec![
        Field::new(
            lang,
            Kind::Select(choices),
            "kind",
            lang.t("Loại bút toán", "Kind of entry"),
        )
        .value(form.get("kind")),
        Field::money(lang, "amount", lang.t("Số tiền", "Amount"))
            .value(form.get("amount"))
            .example("160.000.000"),
        Field::date(
            lang,
            "effective_on",
            lang.t("Ngày hiệu lực", "Effective on"),
        )
        .value(form.get("effective_on")),
        Field::new(
            lang,
            Kind::Long,
            "reason",
            lang.t("Lý do, diễn giải", "Reason"),
        )
        .value(form.get("reason"))
        .hint(lang.t(
            "Bắt buộc khi cắt giảm hoặc đảo.",
            "Needed for cuts and reversals.",
        ))
        .optional(),
    ]
}

/// The choice of a source.
pub(super) fn source_field(lang: Lang, form: &Query) -> Field {
    let choices = Source::ALL.map(|source| Choice::new(source.code(), source.name(lang)));
    Field::new(
        lang,
        Kind::Select(choices.into()),
        "source",
        lang.t("Nguồn vốn", "Source"),
    )
    .value(form.get("source"))
}

/// Reads a move of a purse or a project.
pub(super) fn read(
    form: &Query,
    (purse, project): (Option<PurseId>, Option<ProjectId>),
    source: Option<Source>,
) -> Done<Move> {
    let mut reader = FormReader::new(form);
    let kind = reader.choice("kind", MoveKind::from_code);
    let source = source.or_else(|| reader.choice("source", Source::from_code));
    let (amount, effective_on) = (reader.money("amount"), reader.date("effective_on"));
    let reason = reader.text_or_none("reason");
    reader.finish_with(|| {
        Some(Move {
            kind: kind?,
            source: source?,
            purse,
            project,
            amount,
            effective_on,
            document: None,
            reason,
            illustrative: false,
        })
    })
}
