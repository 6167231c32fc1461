//! An address as people write it, taken apart; the address itself is kept as written.

use super::name::{loose_key, strict_key};
use super::unit::Kind;
use crate::kernel::text::{clean, fold};

/// The longest address that is read; longer texts are no addresses.
const LENGTH_MAX: usize = 400;

/// How people write the word of a type before a name, longest first; all end where a name
/// may begin.
const WORDS: [(&str, Kind); 39] = [
    ("thành phố trực thuộc trung ương ", Kind::ThanhPho),
    ("thành phố ", Kind::ThanhPho),
    ("thanh pho ", Kind::ThanhPho),
    ("thị trấn ", Kind::ThiTran),
    ("thi tran ", Kind::ThiTran),
    ("đặc khu ", Kind::DacKhu),
    ("dac khu ", Kind::DacKhu),
    ("phường ", Kind::Phuong),
    ("phuong ", Kind::Phuong),
    ("thị xã ", Kind::ThiXa),
    ("thi xa ", Kind::ThiXa),
    ("huyện ", Kind::Huyen),
    ("huyen ", Kind::Huyen),
    ("quận ", Kind::Quan),
    ("quan ", Kind::Quan),
    ("tỉnh ", Kind::Tinh),
    ("tinh ", Kind::Tinh),
    ("xã ", Kind::Xa),
    ("xa ", Kind::Xa),
    ("t.phố ", Kind::ThanhPho),
    ("t.p. ", Kind::ThanhPho),
    ("t.p.", Kind::ThanhPho),
    ("t.p ", Kind::ThanhPho),
    ("t.x.", Kind::ThiXa),
    ("t.t.", Kind::ThiTran),
    ("tp.", Kind::ThanhPho),
    ("tx.", Kind::ThiXa),
    ("tt.", Kind::ThiTran),
    ("tp ", Kind::ThanhPho),
    ("tx ", Kind::ThiXa),
    ("tt ", Kind::ThiTran),
    ("đk.", Kind::DacKhu),
    ("h.", Kind::Huyen),
    ("q.", Kind::Quan),
    ("p.", Kind::Phuong),
    ("x.", Kind::Xa),
    ("t.", Kind::Tinh),
    ("h ", Kind::Huyen),
    ("p ", Kind::Phuong),
];

/// One way to read a part of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The type written before the name.
    pub(super) kind: Option<Kind>,
    /// The name without accents.
    pub(super) loose: String,
    /// The name with its accents.
    pub(super) strict: String,
    /// Whether accents were typed at all.
    pub(super) is_accented: bool,
}

impl Reading {
    fn new(kind: Option<Kind>, name: &str) -> Self {
        Self {
            kind,
            loose: loose_key(name),
            strict: strict_key(name),
            is_accented: !name.is_ascii(),
        }
    }
}

/// A part of an address between commas, with the ways to read it, likeliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// As written, cleaned.
    pub(super) text: String,
    /// The ways to read it.
    pub(super) readings: Vec<Reading>,
}

/// The parts of an address, smallest place first; without the name of the country.
pub(super) fn parts(address: &str) -> Vec<Part> {
    let short: String = address.chars().take(LENGTH_MAX).collect();
    let text = clean(&short);
    let marked = mark_words(&text);
    let pieces = marked.split([',', ';']).map(str::trim);
    pieces
        .filter(|piece| !fold(piece).is_empty() && !is_country(piece))
        .map(|piece| Part {
            text: piece.to_owned(),
            readings: readings(piece),
        })
        .collect()
}

fn is_country(piece: &str) -> bool {
    matches!(fold(piece).as_str(), "viet nam" | "vietnam" | "vn")
}

/// Puts a comma before each word of a type: people write `xã A huyện B` and `UBND xã A`.
fn mark_words(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = String::with_capacity(text.len().saturating_add(8));
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at.saturating_add(1)).copied().unwrap_or_default();
        let last = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .copied()
            .unwrap_or_default();
        if at > 0 {
            out.push_str(if opens_part(last, word, next) {
                ", "
            } else {
                " "
            });
        }
        out.push_str(word);
    }
    out
}

fn opens_part(last: &str, word: &str, next: &str) -> bool {
    let (last, word, next) = (
        last.to_lowercase(),
        word.to_lowercase(),
        next.to_lowercase(),
    );
    match word.as_str() {
        "xã" => last != "thị",
        "huyện" | "quận" | "phường" | "tỉnh" | "tp" => true,
        "thị" => next == "trấn" || next == "xã",
        "thành" => next == "phố",
        "đặc" => next == "khu",
        other => ["tp.", "h.", "q.", "p.", "x.", "tx.", "tt."]
            .iter()
            .any(|w| other.starts_with(w)),
    }
}

fn readings(piece: &str) -> Vec<Reading> {
    let lower = piece.to_lowercase();
    let mut readings = Vec::with_capacity(2);
    for (word, kind) in WORDS {
        let Some(name) = lower.strip_prefix(word) else {
            continue;
        };
        // Without its accents "xa" is a word of a type only in a text without accents.
        if word.is_ascii() && !lower.is_ascii() && word.len() > 3 {
            continue;
        }
        readings.push(Reading::new(Some(kind), name));
        break;
    }
    if let Some(number) = ward_number(&lower) {
        readings.push(number);
    }
    readings.push(Reading::new(None, &lower));
    readings.retain(|reading| !reading.loose.is_empty());
    readings
}

/// Reads `q1`, `p.05` and the like, written without a space.
fn ward_number(lower: &str) -> Option<Reading> {
    let kinds = [('q', Kind::Quan), ('p', Kind::Phuong)];
    let (letter, kind) = kinds
        .into_iter()
        .find(|(letter, _)| lower.starts_with(*letter))?;
    let number = lower.strip_prefix(letter)?;
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| Reading::new(Some(kind), number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> Vec<(Option<Kind>, String)> {
        let first = |part: Part| part.readings.into_iter().next();
        let pair = |reading: Reading| (reading.kind, reading.loose);
        parts(address)
            .into_iter()
            .filter_map(first)
            .map(pair)
            .collect()
    }

    #[test]
    fn an_address_is_taken_apart_however_it_is_written() {
        let wanted = [
            (Some(Kind::Xa), "midong".to_owned()),
            (Some(Kind::Huyen), "thuinguien".to_owned()),
            (Some(Kind::ThanhPho), "haiphong".to_owned()),
        ];
        for address in [
            "xã Mỹ Đồng, huyện Thủy Nguyên, thành phố Hải Phòng",
            "XÃ MỸ ĐỒNG, H. THUỶ NGUYÊN, TP. HẢI PHÒNG, VIỆT NAM",
            "x. Mỹ Đồng; h.Thủy Nguyên; Tp Hải Phòng",
            "xa My Dong, huyen Thuy Nguyen, thanh pho Hai Phong",
            "xã Mỹ Đồng huyện Thủy Nguyên thành phố Hải Phòng",
            "xã\u{00A0}Mỹ Đồng ,huyện  Thủy Nguyên,, TP.Hải Phòng.",
        ] {
            assert_eq!(read(address), wanted, "{address}");
        }
    }

    #[test]
    fn a_name_that_begins_like_a_type_can_still_be_read_as_a_name() {
        let part = parts("Xà Phìn").pop().expect("one part");
        assert_eq!(
            part.readings.iter().map(|r| r.kind).collect::<Vec<_>>(),
            [None]
        );
        let part = parts("xa dung").pop().expect("one part");
        let names: Vec<_> = part.readings.iter().map(|r| r.loose.as_str()).collect();
        assert_eq!(names, ["dung", "xadung"]);
    }

    #[test]
    fn a_number_without_a_space_is_a_ward_or_a_quarter() {
        assert_eq!(
            read("P5, Q10, TPHCM").first(),
            Some(&(Some(Kind::Phuong), "5".to_owned()))
        );
        assert_eq!(
            read("P.05").first(),
            Some(&(Some(Kind::Phuong), "5".to_owned()))
        );
    }
}
