//! Vouchers as they are typed, one a line, and as a table shows them.

use crate::kernel::components::{Column, Field, Head, Kind, Money};
use crate::kernel::form::FormReader;
use crate::kernel::page::{Cell, RowKind, Table, TableRow};
use kc_domain::kernel::date::{parse_date, show_date};
use kc_domain::kernel::text::{Lang, clean, fold};
use kc_domain::kernel::typed::parse_money;
use kc_domain::payment::{Voucher, VoucherKind, covered};

/// The longest number of a voucher.
const NUMBER_CHARACTERS_MAX: usize = 100;

/// The field that asks for vouchers.
pub(super) fn field(lang: Lang, typed: &str) -> Field {
    let label = lang.t("Chứng từ", "Vouchers");
    Field::new(lang, Kind::Long, "vouchers", label)
        .value(typed)
        .hint(lang.t(
            "Mỗi dòng một chứng từ: loại; số; ngày; số tiền; người giữ bản gốc. Dán được từ Excel. Quyết toán bắt buộc có chứng từ đủ số tiền.",
            "One a line: kind; number; day; amount; who keeps the original. May be pasted from Excel. A settlement needs vouchers that cover it.",
        ))
        .example(lang.t(
            "Hóa đơn; 0000123; 15/9/2026; 150.000.000; Trung tâm Khuyến công",
            "Invoice; 0000123; 15/9/2026; 150.000.000; the centre",
        ))
        .optional()
}

/// Reads the lines; what cannot be read is said with the number of its line.
pub(super) fn read(reader: &mut FormReader<'_>) -> Vec<Voucher> {
    let written = reader.written("vouchers");
    let lines = written.lines().map(str::trim).zip(1_usize..);
    let mut vouchers = Vec::new();
    for (line, number) in lines.filter(|(line, _)| !line.is_empty()) {
        match voucher(line) {
            Ok(voucher) => vouchers.push(voucher),
            Err((vi, en)) => reader.wrong(
                "vouchers",
                format!("Dòng {number}: {vi}."),
                format!("Line {number}: {en}."),
            ),
        }
    }
    vouchers
}

fn voucher(line: &str) -> Result<Voucher, (&'static str, &'static str)> {
    let cells: Vec<String> = line.split([';', '\t']).map(clean).collect();
    let [kind, number, day, amount, holder] = cells.as_slice() else {
        return Err((
            "cần đúng năm phần: loại; số; ngày; số tiền; người giữ bản gốc",
            "five parts are needed: kind; number; day; amount; holder",
        ));
    };
    if number.is_empty() || holder.is_empty() {
        return Err((
            "thiếu số hoặc người giữ bản gốc",
            "the number or the holder is missing",
        ));
    }
    if number.chars().count() > NUMBER_CHARACTERS_MAX {
        return Err((
            "số chứng từ dài quá 100 ký tự",
            "the number has more than 100 characters",
        ));
    }
    Ok(Voucher {
        kind: kind_of(kind),
        number: number.clone(),
        dated_on: parse_date(day).ok_or((
            "ngày không có thật, ghi như 15/9/2026",
            "no real day, write it like 15/9/2026",
        ))?,
        amount: parse_money(amount)
            .ok()
            .filter(|amount| amount.is_positive())
            .ok_or((
                "số tiền không đọc được, ghi như 150.000.000",
                "the amount cannot be read, write it like 150.000.000",
            ))?,
        holder: holder.clone(),
    })
}

/// The kind by its name in either language; what is none of them is another paper.
fn kind_of(name: &str) -> VoucherKind {
    let typed = fold(name);
    let named = |kind: &VoucherKind| {
        [Lang::Vi, Lang::En]
            .into_iter()
            .any(|lang| fold(kind.name(lang)) == typed)
    };
    VoucherKind::ALL
        .into_iter()
        .find(named)
        .unwrap_or(VoucherKind::Other)
}

/// Vouchers as a table with their sum.
pub(super) fn table(lang: Lang, vouchers: &[Voucher]) -> Table {
    let columns = vec![
        Column::text(lang.t("Chứng từ", "Voucher")),
        Column::text(lang.t("Số", "Number")),
        Column::text(lang.t("Ngày", "Day")),
        Column::number(
            lang.t("Số tiền", "Amount"),
            lang.t("triệu đồng", "million đồng"),
        ),
        Column::text(lang.t("Người giữ bản gốc", "Holder of the original")),
    ];
    let row = |voucher: &Voucher| {
        let cells = vec![
            Cell::text(voucher.kind.name(lang)),
            Cell::text(&voucher.number),
            Cell::text(show_date(voucher.dated_on)),
            Cell::Money(Money::cell(lang, Some(voucher.amount))),
            Cell::text(&voucher.holder),
        ];
        TableRow::new("", cells)
    };
    let mut rows: Vec<_> = vouchers.iter().map(row).collect();
    rows.push(TableRow::of_kind(
        RowKind::Total,
        vec![
            Cell::text(lang.t("Cộng", "Sum")),
            Cell::Empty,
            Cell::Empty,
            Cell::Money(Money::cell(lang, Some(covered(vouchers)))),
            Cell::Empty,
        ],
    ));
    Table {
        lang,
        caption: lang.t("Chứng từ kèm theo", "Vouchers").to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voucher_has_five_parts_and_a_number_that_fits_a_line() {
        let line = |number: &str| format!("Hóa đơn; {number}; 15/9/2026; 150.000.000; Trung tâm");
        let longest = "1".repeat(NUMBER_CHARACTERS_MAX);
        assert_eq!(voucher(&line(&longest)).unwrap().number, longest);
        let (told, _) = voucher(&line(&format!("{longest}1"))).unwrap_err();
        assert_eq!(told, "số chứng từ dài quá 100 ký tự");
        assert!(voucher("Hóa đơn; 1; 15/9/2026; 150.000.000").is_err());
        assert!(voucher(&line("")).is_err());
    }
}
