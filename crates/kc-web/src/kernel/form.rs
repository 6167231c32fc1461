//! Reading a form: text becomes typed values, or a list of what must be corrected.

use super::query::Query;
use chrono::{NaiveDate, NaiveTime};
use kc_app::kernel::{Done, Failure, Problem};
use kc_domain::kernel::date::{Instant, parse_date};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::clean;
use kc_domain::kernel::time::{parse_time, show_time};

/// The last minute of a day, which ends with it.
const LAST_MINUTE: &str = "23:59";

/// A form being read. Ask for every field, then `finish`.
pub struct FormReader<'a> {
    form: &'a Query,
    problems: Vec<Problem>,
}

impl<'a> FormReader<'a> {
    /// Starts reading.
    pub fn new(form: &'a Query) -> Self {
        Self {
            form,
            problems: Vec::new(),
        }
    }

    /// The value if everything could be read; otherwise everything that could not.
    pub fn finish<T>(self, value: T) -> Done<T> {
        self.finish_with(|| Some(value))
    }

    /// As `finish`, for a value that is made of choices: each is opened by `?`, and every field has
    /// been read before, so that no problem is left out.
    pub fn finish_with<T>(self, value: impl FnOnce() -> Option<T>) -> Done<T> {
        if !self.problems.is_empty() {
            return Err(Failure::Invalid(self.problems));
        }
        let broken = || Failure::Internal("a form without problems gave no value".to_owned());
        value().ok_or_else(broken)
    }

    /// Text that may be missing.
    pub fn text_or_none(&self, name: &str) -> Option<String> {
        let text = clean(self.form.get(name));
        (!text.is_empty()).then_some(text)
    }

    /// Text that must be there.
    pub fn text(&mut self, name: &str) -> String {
        self.text_or_none(name).unwrap_or_else(|| {
            self.missing(name);
            String::new()
        })
    }

    /// Text of several lines, as it was typed.
    pub fn written(&self, name: &str) -> String {
        self.form.get(name).to_owned()
    }

    /// A day that may be missing.
    pub fn date_or_none(&mut self, name: &str) -> Option<NaiveDate> {
        let text = self.text_or_none(name)?;
        let day = parse_date(&text);
        if day.is_none() {
            self.wrong(
                name,
                format!("“{text}” không phải ngày có thật. Ghi như 22/11/2026."),
                format!("“{text}” is no real day. Write it like 22/11/2026."),
            );
        }
        day
    }

    /// A day that must be there.
    pub fn date(&mut self, name: &str) -> NaiveDate {
        self.needed_date(name).unwrap_or(NaiveDate::MIN)
    }

    /// The days from one to another, which must both be there; only days that were read are
    /// compared.
    pub fn period(&mut self, from: &str, to: &str) -> Option<Period> {
        let (first, last) = (self.needed_date(from), self.needed_date(to));
        let (first, last) = first.zip(last)?;
        let period = Period::new(first, last);
        if period.is_none() {
            self.wrong(
                to,
                "Ngày cuối trước ngày đầu. Sửa một trong hai.",
                "The last day is before the first. Correct one.",
            );
        }
        period
    }

    fn needed_date(&mut self, name: &str) -> Option<NaiveDate> {
        if self.text_or_none(name).is_none() {
            self.missing(name);
        }
        self.date_or_none(name)
    }

    /// A moment a day and a time say together, that may be missing; a day without a time is from
    /// its first moment.
    pub fn beginning_or_none(&mut self, day: &str, time: &str) -> Option<Instant> {
        let (day, time) = self.day_and_time(day, time)?;
        Some(Instant::at(day, time.unwrap_or(NaiveTime::MIN)))
    }

    /// A moment a day and a time say together, that may be missing; a day without a time is through
    /// its last moment, and so is one until 23:59.
    pub fn end_or_none(&mut self, day: &str, time: &str) -> Option<Instant> {
        let (day, time) = self.day_and_time(day, time)?;
        let time = time.filter(|time| show_time(*time) != LAST_MINUTE);
        Some(time.map_or(Instant::end_of(day), |time| Instant::at(day, time)))
    }

    fn day_and_time(&mut self, day: &str, time: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
        let found = self.date_or_none(day);
        let typed = self.text_or_none(time);
        if self.text_or_none(day).is_none() && typed.is_some() {
            self.wrong(
                day,
                "Đã ghi giờ mà chưa ghi ngày. Hãy ghi ngày, hoặc bỏ giờ.",
                "There is a time without a day. Enter the day, or drop the time.",
            );
        }
        let read = typed.as_deref().map(parse_time);
        if let (Some(None), Some(typed)) = (read, typed.as_deref()) {
            self.wrong(
                time,
                format!("“{typed}” không phải giờ trong ngày. Ghi như 17:00 hoặc 17h30."),
                format!("“{typed}” is no time of the day. Write it like 17:00."),
            );
        }
        Some((found?, read.flatten()))
    }

    /// A count that may be missing.
    pub fn count_or_none(&mut self, name: &str) -> Option<i64> {
        let text = self.text_or_none(name)?;
        let digits: String = text.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
        let count = digits.parse::<i64>().ok().filter(|count| *count >= 0);
        if count.is_none() {
            self.wrong(
                name,
                format!("“{text}” không phải số đếm. Ghi như 1.250."),
                format!("“{text}” is no count. Write it like 1.250."),
            );
        }
        count
    }

    /// An amount that may be missing: `1.250.000`, `1,25 tỷ`.
    pub fn money_or_none(&mut self, name: &str) -> Option<Dong> {
        let text = self.text_or_none(name)?;
        if let Ok(amount) = kc_domain::kernel::typed::parse_money(&text) {
            return Some(amount);
        }
        let vi = format!(
            "Không đọc được “{text}”. Ghi một số tiền chính xác, không âm, ví dụ 150.000.000 hoặc 1,25 tỷ."
        );
        let en = format!(
            "“{text}” is no amount. Enter one exact amount, not below zero, such as 150.000.000."
        );
        self.wrong(name, vi, en);
        None
    }

    /// An amount that must be there.
    pub fn money(&mut self, name: &str) -> Dong {
        if self.text_or_none(name).is_none() {
            self.missing(name);
        }
        self.money_or_none(name).unwrap_or(Dong::ZERO)
    }

    /// One of several codes; nothing chosen is nothing.
    pub fn choice_or_none<T>(&mut self, name: &str, of: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text_or_none(name)?;
        let chosen = of(&text);
        if chosen.is_none() {
            self.wrong(
                name,
                "Chọn một giá trị trong danh sách.",
                "Choose one from the list.",
            );
        }
        chosen
    }

    /// One of several codes that must be chosen; nothing stands in for it where it was not, so that
    /// only `finish_with` opens it.
    pub fn choice<T>(&mut self, name: &str, of: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.text_or_none(name).is_none() {
            self.missing(name);
        }
        self.choice_or_none(name, of)
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.form.get(name) == "yes"
    }

    /// The version of the record the person saw.
    pub fn version(&self) -> i64 {
        self.form.get("version").parse().unwrap_or(0)
    }

    /// Notes a problem found elsewhere.
    pub fn wrong(&mut self, field: &str, vi: impl Into<String>, en: impl Into<String>) {
        self.problems.push(Problem::new(field, vi, en));
    }

    fn missing(&mut self, name: &str) {
        self.wrong(name, "Chưa nhập mục này.", "This is missing.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kc_domain::identity::Role;

    #[test]
    fn a_choice_not_made_is_named_beside_every_other_problem_and_nothing_is_built() {
        let form = Query::parse("role=emperor&amount=nhiều");
        let mut reader = FormReader::new(&form);
        let role = reader.choice("role", Role::from_code);
        let deputy = reader.choice("deputy", Role::from_code);
        let amount = reader.money("amount");
        let built = reader.finish_with(|| -> Option<(Role, Role, Dong)> {
            unreachable!("{role:?} {deputy:?} {amount} must not be used")
        });
        let Err(Failure::Invalid(problems)) = built else {
            panic!("three fields are wrong")
        };
        let fields: Vec<&str> = problems.iter().map(|problem| &*problem.field).collect();
        assert_eq!(fields, ["role", "deputy", "amount"]);
    }

    #[test]
    fn a_period_without_one_of_its_days_is_not_said_to_run_backward() {
        for (typed, problems) in [
            ("from=1/3/2026", vec!["to"]),
            ("to=1/3/2026&from=hôm nay", vec!["from"]),
            ("from=2/3/2026&to=1/3/2026", vec!["to"]),
            ("from=1/3/2026&to=1/3/2026", vec![]),
        ] {
            let form = Query::parse(typed);
            let mut reader = FormReader::new(&form);
            let period = reader.period("from", "to");
            assert_eq!(period.is_some(), problems.is_empty(), "{typed}");
            let found: Vec<&str> = reader.problems.iter().map(|one| &*one.field).collect();
            assert_eq!(found, problems, "{typed}");
        }
    }

    #[test]
    fn choices_made_open_when_everything_was_read() {
        let form = Query::parse("role=auditor&deputy=firm");
        let mut reader = FormReader::new(&form);
        let role = reader.choice("role", Role::from_code);
        let deputy = reader.choice("deputy", Role::from_code);
        let read = reader.finish_with(|| role.zip(deputy)).unwrap();
        assert_eq!(read, (Role::Auditor, Role::Firm));
    }
}
