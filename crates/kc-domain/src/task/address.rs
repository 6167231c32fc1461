//! The address reminders go to.

use crate::kernel::text::clean;

/// Longest address: RFC 5321, 4.5.3.1.3.
const CHARACTERS_MAX: usize = 254;

/// Reads an address such as `lan.nguyen@haiphong.gov.vn`; `None` for anything else. Only plain
/// letters, digits and the usual signs: what else the standards allow, no office uses.
pub fn read_address(text: &str) -> Option<String> {
    let text = clean(text);
    let (name, domain) = text.split_once('@')?;
    let fits = |part: &str, signs: &[char]| {
        let known = |c: char| c.is_ascii_alphanumeric() || signs.contains(&c);
        !part.is_empty() && part.chars().all(known)
    };
    let labels = domain.split('.');
    let is_label =
        |label: &str| fits(label, &['-']) && !label.starts_with('-') && !label.ends_with('-');
    let reads = text.len() <= CHARACTERS_MAX
        && fits(name, &['.', '_', '-', '+'])
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
        && domain.contains('.')
        && labels.clone().all(is_label);
    reads.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_what_could_break_a_letter_is_not() {
        for text in [
            "lan.nguyen@haiphong.gov.vn",
            " a+b_c-1@x-y.example.invalid ",
        ] {
            assert_eq!(read_address(text).as_deref(), Some(text.trim()));
        }
        for text in [
            "",
            "lan",
            "lan@vn",
            "@haiphong.gov.vn",
            "lan@@haiphong.gov.vn",
            "lan nguyen@haiphong.gov.vn",
            "lan@haiphong.gov.vn\r\nBcc: x@y.vn",
            "<lan@haiphong.gov.vn>",
            "lan@-haiphong.gov.vn",
            "lan..nguyen@haiphong.gov.vn",
            "lan@haiphong..vn",
            "lân@haiphong.gov.vn",
        ] {
            assert_eq!(read_address(text), None, "{text}");
        }
    }
}
