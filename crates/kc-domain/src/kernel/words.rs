//! Amounts in words, as papers ask for beside the figures: "hai trăm triệu đồng".

use super::money::Dong;

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// Above this the reading starts anew, with "tỷ" behind it.
const BILLION: u64 = 1_000_000_000;

/// The amount in Vietnamese words, with its unit.
pub fn in_words(amount: Dong) -> String {
    let sign = if amount.0 < 0 { "âm " } else { "" };
    format!("{sign}{} đồng", read(amount.0.unsigned_abs()))
}

/// The amount as papers write it under the figures: "Bằng chữ: Hai trăm triệu đồng".
pub fn written_out(amount: Dong) -> String {
    let words = in_words(amount);
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    let first: String = first.into_iter().flatten().collect();
    format!("Bằng chữ: {first}{}", letters.as_str())
}

fn read(number: u64) -> String {
    if number == 0 {
        return "không".to_owned();
    }
    words(number, false).join(" ")
}

/// The words of a number; `inside` where something greater stands before it.
fn words(number: u64, inside: bool) -> Vec<&'static str> {
    let mut out = Vec::new();
    let (billions, rest) = (number / BILLION, number % BILLION);
    if billions > 0 {
        out.extend(words(billions, inside));
        out.push("tỷ");
    }
    for (size, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let three = rest / size % 1_000;
        if three == 0 {
            continue;
        }
        let follows = inside || !out.is_empty();
        out.extend(triple(three, follows));
        out.extend(Some(name).filter(|name| !name.is_empty()));
    }
    out
}

/// Up to three digits; the hundreds are said even when there are none, where something stands
/// before: "một triệu không trăm linh năm".
fn triple(number: u64, follows: bool) -> Vec<&'static str> {
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut out = Vec::new();
    if hundreds > 0 || follows {
        out.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if ones > 0 && !out.is_empty() => out.push("linh"),
        0 => {}
        1 => out.push("mười"),
        tens => out.extend([digit(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => out.push("mốt"),
        (2.., 4) => out.push("tư"),
        (1.., 5) => out.push("lăm"),
        (_, ones) => out.push(digit(ones)),
    }
    out
}

fn digit(digit: u64) -> &'static str {
    let at = usize::try_from(digit).unwrap_or(0);
    DIGITS.get(at).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_say_them() {
        let table = [
            (0, "không đồng"),
            (5, "năm đồng"),
            (10, "mười đồng"),
            (15, "mười lăm đồng"),
            (21, "hai mươi mốt đồng"),
            (24, "hai mươi tư đồng"),
            (55, "năm mươi lăm đồng"),
            (101, "một trăm linh một đồng"),
            (110, "một trăm mười đồng"),
            (1_005, "một nghìn không trăm linh năm đồng"),
            (20_000, "hai mươi nghìn đồng"),
            (200_000_000, "hai trăm triệu đồng"),
            (1_000_005, "một triệu không trăm linh năm đồng"),
            (2_005_000, "hai triệu không trăm linh năm nghìn đồng"),
            (
                41_306_530_000,
                "bốn mươi mốt tỷ ba trăm linh sáu triệu năm trăm ba mươi nghìn đồng",
            ),
            (1_000_000_000_000, "một nghìn tỷ đồng"),
            (1_000_000_000_001, "một nghìn tỷ không trăm linh một đồng"),
            (-1_500_000, "âm một triệu năm trăm nghìn đồng"),
        ];
        for (amount, said) in table {
            assert_eq!(in_words(Dong(amount)), said, "{amount}");
        }
        assert_eq!(
            written_out(Dong(200_000_000)),
            "Bằng chữ: Hai trăm triệu đồng"
        );
    }

    #[test]
    fn even_the_greatest_amount_is_read() {
        let said = in_words(Dong(i64::MAX));
        assert!(said.starts_with("chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn"));
        assert_eq!(said.matches("tỷ").count(), 2);
    }
}
