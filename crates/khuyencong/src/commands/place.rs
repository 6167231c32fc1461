//! `khuyencong place`: which unit an address names on a day, and what became of it.

use chrono::NaiveDate;
use clap::Args;
use kc_app::place::{answer_json, look_up};
use kc_domain::kernel::text::Lang;
use kc_domain::place::{Answer, Match, Successor, gazetteer};
use std::io::{self, Write};

/// Tra một địa danh, trước và sau 01/7/2025
///
/// Mã thoát: 0 xác định được một đơn vị · 1 không tìm thấy · 2 sai cú pháp ·
/// 3 có nhiều khả năng, cần người chọn.
#[derive(Debug, Args)]
pub(crate) struct PlaceArgs {
    /// Địa chỉ như đã ghi, ví dụ "xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng"
    address: String,
    /// Ngày tra, dạng 2026-11-22; bỏ trống là hôm nay
    #[arg(long, value_name = "NGÀY")]
    on: Option<NaiveDate>,
    /// In ra JSON
    #[arg(long)]
    json: bool,
}

/// Exit: one unit is certain.
const SETTLED: u8 = 0;
/// Exit: nothing was found.
const NOT_FOUND: u8 = 1;
/// Exit: a person must choose.
const MUST_CHOOSE: u8 = 3;

/// Answers on `out` and returns the exit code.
pub(crate) fn run(args: &PlaceArgs, today: NaiveDate, out: &mut impl Write) -> io::Result<u8> {
    let answer = look_up(&args.address, args.on.unwrap_or(today));
    if args.json {
        writeln!(out, "{:#}", answer_json(&answer))?;
    } else {
        print(&answer, out)?;
    }
    Ok(match (answer.is_found(), answer.must_choose()) {
        (false, _) => NOT_FOUND,
        (true, true) => MUST_CHOOSE,
        (true, false) => SETTLED,
    })
}

fn print(answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    for found in &answer.matches {
        print_match(found, out)?;
    }
    writeln!(out, "{}", answer.message(Lang::Vi))
}

fn print_match(found: &Match, out: &mut impl Write) -> io::Result<()> {
    let unit = found.unit;
    let from = unit.valid_from().map_or_else(|| "…".to_owned(), vn_date);
    let to = unit.valid_to().map_or_else(|| "nay".to_owned(), vn_date);
    writeln!(
        out,
        "{}  {}  ({from} – {to})",
        unit.code,
        gazetteer().address_of(unit)
    )?;
    for later in &found.later {
        let from = later.valid_from().map(vn_date).unwrap_or_default();
        writeln!(
            out,
            "  ⇒ {}  {}  (từ {from})",
            later.code,
            later.full_name()
        )?;
    }
    found
        .successors
        .iter()
        .try_for_each(|after| print_successor(after, out))
}

fn print_successor(after: &Successor<'_>, out: &mut impl Write) -> io::Result<()> {
    let name = gazetteer().address_of(after.unit);
    writeln!(
        out,
        "  → {}  {name}  ({})",
        after.unit.code,
        after.extent.say(Lang::Vi)
    )
}

fn vn_date(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(address: &str, json: bool) -> (u8, String) {
        let today = "2026-11-22".parse().expect("a day");
        let args = PlaceArgs {
            address: address.to_owned(),
            on: None,
            json,
        };
        let mut out = Vec::new();
        let code = run(&args, today, &mut out).expect("written");
        (code, String::from_utf8(out).expect("text"))
    }

    #[test]
    fn the_exit_code_tells_whether_a_person_must_choose() {
        for (address, code) in [
            ("phường Lê Ích Mộc, Hải Phòng", 0),
            ("tỉnh Hải Dương", 0),
            ("xã Không Đâu Cả", 1),
            ("xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng", 3),
            ("xã Tân An", 3),
        ] {
            for json in [false, true] {
                assert_eq!(answer(address, json).0, code, "{address}");
            }
        }
    }

    #[test]
    fn the_answer_can_be_read_by_people() {
        let (_, text) = answer("xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng", false);
        for line in [
            "11521  Xã Mỹ Đồng, Huyện Thuỷ Nguyên, Thành phố Hải Phòng  (… – 31/12/2024)",
            "  ⇒ 11521  Phường Lê Hồng Phong  (từ 01/01/2025)",
            "  → 11506  Phường Lê Ích Mộc, Thành phố Hải Phòng  (một phần)",
            "  → 11557  Phường Thiên Hương, Thành phố Hải Phòng  (một phần)",
        ] {
            assert!(text.lines().any(|other| other == line), "{text}");
        }
    }
}
