//! The things offices count, and when two names mean the same thing.

use crate::kernel::text::fold;

/// Things that come only whole, by the word they are counted by; longer before shorter.
const WHOLE: [&str; 62] = [
    "lượt doanh nghiệp",
    "lượt cơ sở",
    "lượt người",
    "lượt",
    "đề án",
    "dự án",
    "nhiệm vụ",
    "chương trình",
    "nội dung",
    "nhóm",
    "lớp",
    "cuộc",
    "đợt",
    "chuyến",
    "đoàn",
    "hội nghị",
    "hội thảo",
    "hội chợ",
    "cơ sở",
    "doanh nghiệp",
    "hợp tác xã",
    "htx",
    "hộ",
    "công ty",
    "đơn vị",
    "tổ chức",
    "người lao động",
    "lao động",
    "học viên",
    "cán bộ",
    "cộng tác viên",
    "người",
    "gian hàng",
    "gian",
    "sản phẩm",
    "mẫu",
    "mô hình",
    "máy",
    "thiết bị",
    "dây chuyền",
    "cụm công nghiệp",
    "cụm",
    "làng nghề",
    "điểm",
    "cuốn",
    "bản tin",
    "bản",
    "số",
    "kỳ",
    "tin",
    "bài",
    "phóng sự",
    "tờ",
    "quận",
    "huyện",
    "thị xã",
    "xã",
    "phường",
    "tỉnh",
    "hợp đồng",
    "quyết định",
    "văn bản",
];

/// What is measured, so that a printed whole number is a rounded one.
const MEASURES: [&str; 20] = [
    "tấn", "tạ", "yến", "kg", "gam", "lít", "km2", "km", "ha", "hecta", "m2", "m3", "m²", "m³",
    "m", "mét", "kwh", "mwh", "mw", "usd",
];

/// Words that look like a money unit and are not one: misspelt, or without accents.
const ALMOST_MONEY: [&str; 7] = ["dong", "đông", "dồng", "ngan", "ty", "ti", "tr"];

/// Whether this can name things: it begins with a letter and is no misspelt money.
pub(super) fn is_noun(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    let folded = fold(first);
    let has_digit = first.contains(|c: char| c.is_ascii_digit());
    let almost_money = matches!(folded.as_str(), "trieu" | "nghin")
        || ALMOST_MONEY.contains(&first.to_lowercase().as_str());
    text.starts_with(char::is_alphabetic) && (!has_digit || is_measure(first)) && !almost_money
}

/// The word a thing is counted by; the name itself when it is not in the list.
pub(super) fn head(name: &str) -> String {
    match listed(name) {
        Some(head) => name.chars().take(head.chars().count()).collect(),
        None => name.to_owned(),
    }
}

/// Whether the two names mean things that can be counted together.
pub(super) fn agree(a: &str, b: &str) -> bool {
    let (a, b) = (canonical(a), canonical(b));
    begins_with(&a, &b) || begins_with(&b, &a)
}

/// Whether half of such a thing is none.
pub(super) fn is_indivisible(name: &str) -> bool {
    listed(name).is_some()
}

/// Whether the name is one of a measure.
pub(super) fn is_measure(name: &str) -> bool {
    let name = name.to_lowercase();
    MEASURES.iter().any(|measure| begins_with(&name, measure))
}

fn canonical(name: &str) -> String {
    match listed(name) {
        Some("người lao động") => "lao động".to_owned(),
        Some("htx") => "hợp tác xã".to_owned(),
        Some(head) => head.to_owned(),
        None => name.to_lowercase(),
    }
}

fn listed(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase().replace("kì", "kỳ");
    WHOLE.into_iter().find(|head| begins_with(&name, head))
}

/// Whether the name is this word, or begins with it and goes on after it.
fn begins_with(name: &str, word: &str) -> bool {
    name.strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
