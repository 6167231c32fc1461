//! What one rule says, from how it is written.

use super::raw::{RawNumber, RawRule};
use kc_domain::establishment::LegalForm;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::{Text, fold};
use kc_domain::norm::{
    About, Ceiling, Content, Eligibility, Key, Multiple, Per, Priority, Share, Site, Standing,
    Trade,
};

/// What is wrong with one key of a rule.
pub(super) struct Wrong {
    pub(super) key: &'static str,
    pub(super) text: Text,
}

pub(super) fn wrong(key: &'static str, vi: impl Into<String>, en: impl Into<String>) -> Wrong {
    Wrong {
        key,
        text: Text::new(vi, en),
    }
}

/// Reads what a rule says; a multiple of another rule is settled later, in `file`.
pub(super) fn content(raw: &RawRule, about: About, standing: Standing) -> Result<Content, Wrong> {
    match about {
        About::Ceiling => ceiling(raw, standing).map(Content::Ceiling),
        About::Advance => share(raw.percent.as_ref()).map(Content::Advance),
        About::Eligibility => eligibility(raw).map(Content::Eligibility),
        About::Priority => priority(raw).map(Content::Priority),
        About::Ranking => ranking(raw),
    }
}

fn ceiling(raw: &RawRule, standing: Standing) -> Result<Ceiling, Wrong> {
    let share = share(raw.percent.as_ref())?;
    let amount = raw.amount.map(Dong);
    if amount.is_some_and(|amount| !amount.is_positive()) {
        return Err(wrong(
            "amount",
            "mức phải lớn hơn 0 đồng",
            "the amount must be above 0 đồng",
        ));
    }
    let multiple = multiple(raw)?;
    if multiple.is_some() && amount.is_some() {
        return Err(wrong(
            "times",
            "ghi “amount” hoặc “times”, không ghi cả hai",
            "write either “amount” or “times”",
        ));
    }
    let has_amount = amount.is_some() || multiple.is_some();
    let is_bounded = share.is_some() || has_amount;
    if !is_bounded && standing == Standing::Verified {
        return Err(wrong(
            "percent",
            "quy định đã kiểm chứng phải có “percent”, “amount” hoặc “times”; chưa có mức thì ghi status = \"unread\"",
            "a verified rule needs “percent”, “amount” or “times”; without figures write status = \"unread\"",
        ));
    }
    Ok(Ceiling {
        share,
        amount,
        per: per(raw, has_amount)?,
        multiple,
    })
}

fn per(raw: &RawRule, has_amount: bool) -> Result<Per, Wrong> {
    let Some(code) = &raw.per else {
        return if has_amount {
            Err(wrong(
                "per",
                format!(
                    "ghi mức tính cho mỗi gì: {}",
                    codes(Per::ALL.map(Per::code))
                ),
                format!("say for each of what: {}", codes(Per::ALL.map(Per::code))),
            ))
        } else {
            Ok(Per::Project)
        };
    };
    Per::from_code(code).ok_or_else(|| unknown("per", code, &Per::ALL.map(Per::code)))
}

fn multiple(raw: &RawRule) -> Result<Option<Multiple>, Wrong> {
    let (times, of) = match (&raw.times, &raw.of) {
        (None, None) => return Ok(None),
        (Some(times), Some(of)) => (times, of),
        _ => {
            return Err(wrong(
                "times",
                "“times” và “of” đi cùng nhau",
                "“times” and “of” go together",
            ));
        }
    };
    let hundredths = hundredths(&times.text()).ok_or_else(|| {
        wrong(
            "times",
            "ghi số lần như \"1,5\"",
            "write the times like \"1,5\"",
        )
    })?;
    Ok(Some(Multiple {
        of: key("of", of)?,
        of_amount: Dong::ZERO,
        hundredths,
    }))
}

fn hundredths(text: &str) -> Option<i64> {
    let (whole, decimals) = text.split_once(',').unwrap_or((text, ""));
    if decimals.len() > 2 {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let decimals: i64 = format!("{decimals:0<2}").parse().ok()?;
    let hundredths = whole.checked_mul(100)?.checked_add(decimals)?;
    (hundredths > 0).then_some(hundredths)
}

fn share(percent: Option<&RawNumber>) -> Result<Option<Share>, Wrong> {
    let Some(percent) = percent else {
        return Ok(None);
    };
    let text = percent.text();
    match Share::parse(&text) {
        Some(share) => Ok(Some(share)),
        None => Err(wrong(
            "percent",
            format!("“{text}” không phải tỷ lệ từ 0,01 đến 100"),
            format!("“{text}” is no share from 0,01 to 100"),
        )),
    }
}

fn eligibility(raw: &RawRule) -> Result<Eligibility, Wrong> {
    let trades = raw.trades.iter().map(|trade| Trade {
        name: trade.name.clone(),
        words: trade.words.iter().map(|word| fold(word)).collect(),
    });
    if raw.forms.is_empty() || raw.places.is_empty() {
        return Err(wrong(
            "forms",
            "quy định về đối tượng cần “forms” và “places”",
            "a rule about eligibility needs “forms” and “places”",
        ));
    }
    Ok(Eligibility {
        forms: forms("forms", &raw.forms)?,
        forms_anywhere: forms("forms_anywhere", &raw.forms_anywhere)?,
        places: sites("places", &raw.places)?,
        places_to_confirm: sites("places_to_confirm", &raw.places_to_confirm)?,
        condition: raw.condition.clone(),
        craft_villages: raw.craft_villages,
        trades: trades.collect(),
    })
}

fn priority(raw: &RawRule) -> Result<Priority, Wrong> {
    let name = raw.name.clone().unwrap_or_default();
    let mark = raw.mark.clone().unwrap_or_default();
    if name.is_empty() || mark.is_empty() {
        return Err(wrong(
            "name",
            "ưu tiên cần “mark” và “name”",
            "a priority needs “mark” and “name”",
        ));
    }
    if raw.when.is_empty() && raw.kinds.is_empty() {
        return Err(wrong(
            "when",
            "ghi “when” hoặc “kinds” để biết đề án nào thuộc ưu tiên này",
            "write “when” or “kinds”, so that one can tell which projects come under it",
        ));
    }
    Ok(Priority {
        year: raw.year,
        mark,
        name: Text::new(name.clone(), raw.name_en.clone().unwrap_or(name)),
        when: keys("when", &raw.when)?,
        kinds: keys("kinds", &raw.kinds)?,
        forms: forms("forms", &raw.forms)?,
        forms_reason: raw.forms_reason.clone(),
        paper: raw
            .paper
            .as_ref()
            .map(|paper| key("paper", paper))
            .transpose()?,
        missing: raw.missing.clone(),
        expired: raw.expired.clone(),
        is_for_province: raw.for_province,
    })
}

fn ranking(raw: &RawRule) -> Result<Content, Wrong> {
    if raw.order.is_empty() {
        return Err(wrong(
            "order",
            "ghi thứ tự ở “order”",
            "write the order in “order”",
        ));
    }
    Ok(Content::Ranking(raw.order.clone()))
}

fn forms(name: &'static str, codes: &[String]) -> Result<Vec<LegalForm>, Wrong> {
    let known = LegalForm::ALL.map(LegalForm::code);
    let read =
        |code: &String| LegalForm::from_code(code).ok_or_else(|| unknown(name, code, &known));
    codes.iter().map(read).collect()
}

fn sites(name: &'static str, codes: &[String]) -> Result<Vec<Site>, Wrong> {
    let known = Site::ALL.map(Site::code);
    let read = |code: &String| Site::from_code(code).ok_or_else(|| unknown(name, code, &known));
    codes.iter().map(read).collect()
}

pub(super) fn keys(name: &'static str, texts: &[String]) -> Result<Vec<Key>, Wrong> {
    texts.iter().map(|text| key(name, text)).collect()
}

pub(super) fn key(name: &'static str, text: &str) -> Result<Key, Wrong> {
    Key::parse(text).ok_or_else(|| {
        wrong(
            name,
            format!(
                "“{text}” không phải khóa: chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối"
            ),
            format!("“{text}” is no key: use lower-case letters, digits and hyphens only"),
        )
    })
}

pub(super) fn unknown(name: &'static str, code: &str, known: &[&str]) -> Wrong {
    let known = known.join(", ");
    wrong(
        name,
        format!("không có giá trị “{code}”; dùng một trong: {known}"),
        format!("there is no value “{code}”; use one of: {known}"),
    )
}

fn codes<const N: usize>(codes: [&str; N]) -> String {
    codes.join(", ")
}
