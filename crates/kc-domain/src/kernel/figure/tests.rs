//! Reading figures as printed: scenario V01, refusals, and what must hold for any text.

use super::*;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use proptest::prelude::*;

fn read(printed: &str) -> Figure {
    Figure::parse(printed).unwrap_or_else(|refusal| panic!("{printed}: {refusal:?}"))
}

#[test]
fn v01_money_is_read_with_hedge_and_precision() {
    let table = [
        ("41.306,53triệu đồng", 41_306_530_000, Hedge::Exact, 10_000),
        ("12.578,48 triệu đồng", 12_578_480_000, Hedge::Exact, 10_000),
        ("735,5 triệu đồng", 735_500_000, Hedge::Exact, 100_000),
        ("5.760 triệu đồng", 5_760_000_000, Hedge::Exact, 1_000_000),
        ("6.349 triệu đồng", 6_349_000_000, Hedge::Exact, 1_000_000),
        ("1.188,56 triệu đồng", 1_188_560_000, Hedge::Exact, 10_000),
        ("trên 3,865 tỷ đồng", 3_865_000_000, Hedge::Over, 1_000_000),
        ("gần 9 tỷ đồng", 9_000_000_000, Hedge::Nearly, 1_000_000_000),
        ("gần 5,7 tỷ", 5_700_000_000, Hedge::Nearly, 100_000_000),
        ("3,3 tỷ đồng", 3_300_000_000, Hedge::Exact, 100_000_000),
    ];
    for (printed, dong, hedge, precision) in table {
        let figure = read(printed);
        assert_eq!(figure.dong(), Some(Dong(dong)), "{printed}");
        assert_eq!(figure.hedge(), hedge, "{printed}");
        assert_eq!(figure.precision(), Quantity::whole(precision), "{printed}");
    }
}

#[test]
fn v01_ranges_keep_both_ends_and_their_unit() {
    let table = [
        ("3.000 – 3.500 tấn/năm", 3000, 3500, "tấn/năm"),
        ("30 - 40 điểm", 30, 40, "điểm"),
        ("6 - 8%/năm", 6, 8, "%/năm"),
        ("từ 6 - 8%/năm", 6, 8, "%/năm"),
        ("350-500 mẫu", 350, 500, "mẫu"),
        ("từ 350 đến 500 mẫu", 350, 500, "mẫu"),
        ("350 đến 500 mẫu", 350, 500, "mẫu"),
        ("350—500 mẫu", 350, 500, "mẫu"),
        ("Từ 350 Đến 500 mẫu", 350, 500, "mẫu"),
        ("350 mẫu – 500 mẫu", 350, 500, "mẫu"),
        ("6% – 8%", 6, 8, "%"),
    ];
    for (printed, low, high, unit) in table {
        let figure = read(printed);
        assert!(figure.is_range(), "{printed}");
        assert_eq!(figure.value(), None, "{printed}");
        let ends = (figure.low(), figure.high());
        let wanted = (Quantity::whole(low), Quantity::whole(high));
        assert_eq!(ends, wanted, "{printed}");
        assert_eq!(figure.unit().to_string(), unit, "{printed}");
        assert_eq!(figure.slack(), Quantity::ZERO, "{printed}");
    }
}

#[test]
fn v01_counts_and_lower_bounds_are_read() {
    let clusters = read("ít nhất 20 cụm công nghiệp");
    assert_eq!(clusters.hedge(), Hedge::AtLeast);
    assert_eq!(clusters.interval().low, End::Closed(Quantity::whole(20)));
    assert_eq!(clusters.interval().high, End::Free);
    let projects = read("03 đề án");
    assert_eq!(projects.things(), Some(3));
    assert_eq!(projects.precision(), Quantity::whole(1));
    assert_eq!(projects.dong(), None);
}

#[test]
fn v01_one_text_may_hold_several_figures() {
    let read = Figure::parse_all("450 cuốn/kỳ, 4 kỳ/năm").unwrap();
    let shown: Vec<String> = read.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["450 cuốn/kỳ", "4 kỳ/năm"]);
    let several = Figure::parse("450 cuốn/kỳ, 4 kỳ/năm");
    assert_eq!(several, Err(FigureRefusal::Several));
    let mixed = Figure::parse_all("735,5 triệu đồng; gần 3 lớp và 610 lao động").unwrap();
    assert_eq!(mixed.len(), 3);
}

#[test]
fn v01_wrong_separators_are_refused() {
    let table = [
        "5.76 triệu đồng",
        "1.2345 đồng",
        "12,345,678 đồng",
        "1,5.000 đồng",
        "41,306.53 triệu",
        "0.123 tỷ đồng",
        "1..000 đồng",
        "1.000, đồng",
        "5. triệu",
        "5, triệu",
        "12 345 đồng",
        "1\u{a0}000 đồng",
        "1'000 đồng",
        "12.34.567 đồng",
        "1.000.00 đồng",
        "3 – 5.76 tỷ",
        "1234.567 đồng",
        "0.5%",
    ];
    for printed in table {
        assert_eq!(
            Figure::parse(printed),
            Err(FigureRefusal::Separators),
            "{printed}"
        );
    }
    let sentence = FigureRefusal::Separators.say(Lang::Vi);
    assert!(sentence.contains("sai dấu phân cách nghìn/thập phân"));
}

#[test]
fn other_unreadable_texts_are_refused_each_for_its_reason() {
    let table = [
        ("", FigureRefusal::Empty),
        (" \u{a0}\u{200b}", FigureRefusal::Empty),
        ("chưa rõ", FigureRefusal::NoNumber),
        ("triệu đồng", FigureRefusal::NoNumber),
        ("gần", FigureRefusal::NoNumber),
        ("gần gần 5 tỷ", FigureRefusal::NoNumber),
        (",5 tỷ", FigureRefusal::NoNumber),
        ("-5 triệu đồng", FigureRefusal::Negative),
        ("− 5 triệu đồng", FigureRefusal::Negative),
        ("khoảng -5 lớp", FigureRefusal::Negative),
        ("99.999.999.999 tỷ đồng", FigureRefusal::TooLarge),
        ("9223372036854775808 đồng", FigureRefusal::TooLarge),
        (
            "123456789012345678901234567890 đồng",
            FigureRefusal::TooLarge,
        ),
        ("0,1234567890123456789 tỷ", FigureRefusal::TooFine),
        ("5 $", FigureRefusal::UnknownUnit),
        ("5 trieu dong", FigureRefusal::UnknownUnit),
        ("5 triêu đồng", FigureRefusal::UnknownUnit),
        ("5 triệu %", FigureRefusal::UnknownUnit),
        ("5e3 đồng", FigureRefusal::UnknownUnit),
        ("450 cuốn/", FigureRefusal::UnknownUnit),
        ("40 – 30 điểm", FigureRefusal::RangeOrder),
        ("30 điểm – 40 lớp", FigureRefusal::RangeUnits),
        ("30 điểm – 40", FigureRefusal::RangeUnits),
        ("3 đề án và 5 lớp", FigureRefusal::Several),
    ];
    for (printed, refusal) in table {
        assert_eq!(Figure::parse(printed), Err(refusal), "{printed}");
    }
    assert_eq!(
        Figure::parse(&"5".repeat(1000)),
        Err(FigureRefusal::TooLong)
    );
}

#[test]
fn every_hedge_has_its_interval() {
    let end = |tenths: i128| Quantity::scaled(tenths, 8).unwrap();
    let table = [
        (
            "5,7 tỷ",
            End::Closed(Quantity::scaled(565, 7).unwrap()),
            End::Closed(Quantity::scaled(575, 7).unwrap()),
        ),
        ("trên 5,7 tỷ", End::Closed(end(57)), End::Open(end(58))),
        ("hơn 5,7 tỷ", End::Closed(end(57)), End::Open(end(58))),
        ("gần 5,7 tỷ", End::Open(end(56)), End::Closed(end(57))),
        ("khoảng 5,7 tỷ", End::Closed(end(56)), End::Closed(end(58))),
        ("ít nhất 5,7 tỷ", End::Closed(end(57)), End::Free),
        ("TỐI THIỂU 5,7 TỶ", End::Closed(end(57)), End::Free),
        (
            "không quá 5,7 tỷ",
            End::Closed(end(0)),
            End::Closed(end(57)),
        ),
        (
            "Tối đa 5,7 tỉ đồng",
            End::Closed(end(0)),
            End::Closed(end(57)),
        ),
        ("dưới 5,7 tỷ", End::Closed(end(0)), End::Open(end(57))),
        ("5 – 5,5 tỷ", End::Closed(end(50)), End::Closed(end(55))),
        (
            "khoảng 5 – 5,5 tỷ",
            End::Closed(end(49)),
            End::Closed(end(56)),
        ),
        (
            "từ khoảng 5 đến 5,5 tỷ",
            End::Closed(end(49)),
            End::Closed(end(56)),
        ),
        ("trên 5 – 5,5 tỷ", End::Closed(end(50)), End::Open(end(56))),
        ("5,7 tỷ đồng trở lên", End::Closed(end(57)), End::Free),
        ("gần 0,1 tỷ", End::Open(end(0)), End::Closed(end(1))),
    ];
    for (printed, low, high) in table {
        assert_eq!(
            read(printed).interval(),
            Interval { low, high },
            "{printed}"
        );
    }
    let count = read("65 đề án").interval();
    assert_eq!(count, Interval::point(Quantity::whole(65)));
}

#[test]
fn money_units_are_known_in_all_their_spellings() {
    let table = [
        ("1.250.000 đồng", 1_250_000),
        ("1.250.000đ", 1_250_000),
        ("1.250.000 VNĐ", 1_250_000),
        ("1.250 nghìn đồng", 1_250_000),
        ("1.250 ngàn đồng", 1_250_000),
        ("1,25 triệu", 1_250_000),
        ("1,25 triệu đ", 1_250_000),
        ("1,25 tr.đ", 1_250_000),
        ("1,25 trđ", 1_250_000),
        ("0,00125 tỷ đồng", 1_250_000),
        ("0,00125 tỉ", 1_250_000),
        ("1,2 nghìn tỷ đồng", 1_200_000_000_000),
        ("007 tỷ đồng", 7_000_000_000),
        ("735,5\u{202f}triệu\u{a0}đồng", 735_500_000),
        ("735,5\u{2009}triệu đồng.", 735_500_000),
        ("735,5 TRIỆU ĐỒNG", 735_500_000),
        ("735,5 trie\u{323}\u{302}u đo\u{302}\u{300}ng", 735_500_000),
        (
            "474,44 triệu đồng từ nguồn kinh phí khuyến công",
            474_440_000,
        ),
        ("3,3 tỷ từ ngân sách", 3_300_000_000),
        ("1234567 đồng", 1_234_567),
        ("9223372036854775807 đồng", i64::MAX),
        ("0 đồng", 0),
    ];
    for (printed, dong) in table {
        assert_eq!(read(printed).dong(), Some(Dong(dong)), "{printed}");
    }
    let range = read("500 triệu – 1 tỷ đồng");
    assert_eq!(range.low(), Quantity::whole(500_000_000));
    assert_eq!(range.high(), Quantity::whole(1_000_000_000));
    assert_eq!(read("5 triệu đồng/năm").dong(), None);
}

#[test]
fn large_counts_and_measures_are_not_money() {
    let turns = read("1,2 triệu lượt người");
    assert_eq!((turns.things(), turns.dong()), (Some(1_200_000), None));
    assert!(!turns.is_exact_count());
    assert!(!read("3.000 tấn").is_exact_count());
    assert!(read("3.000 lao động").is_exact_count());
    assert!(read("1,234 đề án").is_broken());
    assert!(!read("1,5 tấn").is_broken());
    assert_eq!(read("5 đồng chí").unit(), &Unit::things("đồng chí"));
    assert_eq!(read("3 ngân hàng").things(), Some(3));
}

#[test]
fn things_of_one_kind_agree_and_others_do_not() {
    let agree = |a: &str, b: &str| read(a).unit().agrees(read(b).unit());
    assert!(agree(
        "46 đề án khuyến công địa phương",
        "19 đề án khuyến công quốc gia"
    ));
    assert!(agree("716 lượt", "716 lượt"));
    assert!(agree("65", "65 đề án"));
    assert!(agree("5 triệu đồng", "9 tỷ"));
    assert!(!agree("610 lao động", "716 lượt người"));
    assert!(!agree("500 lượt doanh nghiệp", "716 lượt người"));
    assert!(!agree("65", "65 đồng"));
    assert!(!agree("5 tấn", "5 tấn/năm"));
    assert!(!agree("8%", "8%/năm"));
}

#[test]
fn reports_write_money_in_millions_and_keep_the_hedge() {
    let table = [
        (
            "trên 3,865 tỷ đồng",
            "trên 3.865 triệu đồng",
            "trên 3,865 tỷ đồng",
        ),
        ("Gần 9 tỷ", "gần 9.000 triệu đồng", "gần 9 tỷ đồng"),
        (
            "41.306,53triệu đồng",
            "41.306,53 triệu đồng",
            "41.306,53 triệu đồng",
        ),
        ("735,50 triệu đồng", "735,5 triệu đồng", "735,50 triệu đồng"),
        ("1.250.001 đồng", "1.250.001 đồng", "1.250.001 đồng"),
        (
            "3.000-3.500 tấn/năm",
            "3.000 – 3.500 tấn/năm",
            "3.000 – 3.500 tấn/năm",
        ),
        ("từ 6 đến 8%/năm", "6 – 8%/năm", "6 – 8%/năm"),
        ("30,45 %", "30,45%", "30,45%"),
    ];
    for (printed, report, shown) in table {
        assert_eq!(read(printed).in_report(), report);
        assert_eq!(read(printed).to_string(), shown);
    }
}

/// Texts as offices print them, from their pieces.
fn printed() -> impl Strategy<Value = String> {
    let hedge = prop::sample::select(vec![
        "",
        "trên ",
        "hơn ",
        "gần ",
        "khoảng ",
        "ít nhất ",
        "tối thiểu ",
        "không quá ",
        "tối đa ",
        "dưới ",
    ]);
    let unit = prop::sample::select(vec![
        " đồng",
        " nghìn đồng",
        " triệu đồng",
        " tỷ đồng",
        " nghìn tỷ đồng",
        "%",
        "%/năm",
        " đề án",
        " lượt người",
        " tấn/năm",
        " triệu lượt",
        " triệu đồng/năm",
        "",
    ]);
    let number = (0_i64..100_000, prop::option::of("[0-9]{1,3}"));
    (hedge, number.clone(), prop::option::of(number), unit).prop_map(|(hedge, a, b, unit)| {
        let write = |(whole, decimals): (i64, Option<String>)| {
            let decimals = decimals.map_or_else(String::new, |digits| format!(",{digits}"));
            format!("{}{decimals}", crate::kernel::money::group_thousands(whole))
        };
        match b {
            None => format!("{hedge}{}{unit}", write(a)),
            Some(mut b) => {
                b.0 += a.0 + 1;
                format!("{hedge}{} – {}{unit}", write(a), write(b))
            }
        }
    })
}

proptest! {
    #[test]
    fn what_is_shown_reads_as_the_same_figure(text in printed()) {
        let figure = Figure::parse(&text).unwrap();
        prop_assert_eq!(Figure::parse(&figure.to_string()), Ok(figure));
    }

    #[test]
    fn the_printed_number_lies_in_its_interval_or_at_its_end(text in printed()) {
        let figure = Figure::parse(&text).unwrap();
        let closed = Interval::between(figure.low(), figure.high());
        let room = figure.interval().widened(Quantity::FINEST);
        prop_assert!(room.meets(closed));
    }

    #[test]
    fn no_text_brings_the_reader_down(text in "\\PC*") {
        let read = Figure::parse(&text);
        prop_assert!(Figure::parse_all(&text).is_ok() || read.is_err() || read.is_ok());
    }

    #[test]
    fn no_text_of_familiar_pieces_brings_the_reader_down(
        text in "(từ |gần |trên |-|–|đến |[0-9]{1,3}|[.,;/% ]|triệu|tỷ|đồng|đ|đề án|\u{a0}|và ){0,12}"
    ) {
        if let Ok(figure) = Figure::parse(&text) {
            prop_assert_eq!(Figure::parse(&figure.to_string()), Ok(figure));
        }
    }
}
