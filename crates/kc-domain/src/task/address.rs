//! The address reminders go to.

use crate::kernel::text::{Lang, clean};

/// Longest address: RFC 5321, 4.5.3.1.3.
const CHARACTERS_MAX: usize = 254;

/// Why something typed is no mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// There is not exactly one `@`.
    At,
    /// Nothing, or a full stop out of place, stands before the `@`.
    Name,
    /// What stands behind the `@` is no name of a server.
    Domain,
    /// It holds a character no office uses in an address.
    Character(char),
    /// It is longer than mail allows.
    TooLong,
}

impl AddressFault {
    /// What is wrong and how to mend it, in one sentence.
    pub fn say(self, lang: Lang) -> String {
        let why = match (self, lang) {
            (Self::At, Lang::Vi) => "Địa chỉ phải có đúng một dấu @".to_owned(),
            (Self::At, Lang::En) => "An address holds exactly one @".to_owned(),
            (Self::Name, Lang::Vi) => {
                "Trước dấu @ phải có tên, không bắt đầu, kết thúc hay lặp dấu chấm".to_owned()
            }
            (Self::Name, Lang::En) => {
                "A name stands before the @, without a stray full stop".to_owned()
            }
            (Self::Domain, Lang::Vi) => {
                "Sau dấu @ phải là tên máy chủ thư có dấu chấm, như haiphong.gov.vn".to_owned()
            }
            (Self::Domain, Lang::En) => {
                "The name of a mail server stands behind the @, like haiphong.gov.vn".to_owned()
            }
            (Self::Character(c), Lang::Vi) => {
                format!(
                    "Địa chỉ không được có {}; chỉ dùng chữ không dấu, số và . _ - +",
                    shown(c, lang)
                )
            }
            (Self::Character(c), Lang::En) => {
                format!(
                    "An address holds no {}; use plain letters, digits and . _ - +",
                    shown(c, lang)
                )
            }
            (Self::TooLong, Lang::Vi) => format!("Địa chỉ dài quá {CHARACTERS_MAX} ký tự"),
            (Self::TooLong, Lang::En) => format!("It is longer than {CHARACTERS_MAX} characters"),
        };
        let like = lang.t("Ghi như", "Write it like");
        format!("{why}. {like} lan.nguyen@haiphong.gov.vn.")
    }
}

/// A character as a sentence names it.
fn shown(c: char, lang: Lang) -> String {
    if c.is_whitespace() || c.is_control() {
        lang.t("khoảng trắng", "space").to_owned()
    } else {
        format!("“{c}”")
    }
}

/// Reads an address such as `lan.nguyen@haiphong.gov.vn`. Only plain letters, digits and the usual
/// signs: what else the standards allow, no office uses.
pub fn read_address(text: &str) -> Result<String, AddressFault> {
    let text = clean(text);
    if text.chars().count() > CHARACTERS_MAX {
        return Err(AddressFault::TooLong);
    }
    let known = |c: &char| c.is_ascii_alphanumeric() || "._-+@".contains(*c);
    if let Some(strange) = text.chars().find(|c| !known(c)) {
        return Err(AddressFault::Character(strange));
    }
    let (name, domain) = text.split_once('@').ok_or(AddressFault::At)?;
    if domain.contains('@') {
        return Err(AddressFault::At);
    }
    if name.split('.').any(str::is_empty) {
        return Err(AddressFault::Name);
    }
    if !domain.contains('.') || !domain.split('.').all(is_label) {
        return Err(AddressFault::Domain);
    }
    Ok(text)
}

/// Whether this is one part of the name of a server.
fn is_label(label: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    !label.is_empty() && label.chars().all(fits) && !label.starts_with('-') && !label.ends_with('-')
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
            assert_eq!(read_address(text).as_deref(), Ok(text.trim()));
        }
        let long = format!("{}@haiphong.gov.vn", "a".repeat(250));
        for (text, fault) in [
            ("", AddressFault::At),
            ("lan", AddressFault::At),
            ("lan@@haiphong.gov.vn", AddressFault::At),
            ("lan@vn", AddressFault::Domain),
            ("lan@-haiphong.gov.vn", AddressFault::Domain),
            ("lan@haiphong..vn", AddressFault::Domain),
            ("lan@hai_phong.vn", AddressFault::Domain),
            ("@haiphong.gov.vn", AddressFault::Name),
            ("lan..nguyen@haiphong.gov.vn", AddressFault::Name),
            ("lan.@haiphong.gov.vn", AddressFault::Name),
            ("lan nguyen@haiphong.gov.vn", AddressFault::Character(' ')),
            (
                "lan@haiphong.gov.vn\r\nBcc: x@y.vn",
                AddressFault::Character(' '),
            ),
            ("<lan@haiphong.gov.vn>", AddressFault::Character('<')),
            ("lân@haiphong.gov.vn", AddressFault::Character('â')),
            (&long, AddressFault::TooLong),
        ] {
            assert_eq!(read_address(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_fault_says_what_to_write_instead() {
        assert_eq!(
            AddressFault::Character('â').say(Lang::Vi),
            "Địa chỉ không được có “â”; chỉ dùng chữ không dấu, số và . _ - +. Ghi như lan.nguyen@haiphong.gov.vn."
        );
        assert_eq!(
            AddressFault::Character(' ').say(Lang::Vi),
            "Địa chỉ không được có khoảng trắng; chỉ dùng chữ không dấu, số và . _ - +. Ghi như lan.nguyen@haiphong.gov.vn."
        );
    }
}
