//! The outcome of a file in one sentence with its figures.

use super::{Draw, Fill, Outcome, Rules, Verdict};
use crate::kernel::text::Lang;

impl Outcome {
    /// The outcome in one sentence: place, points, what was asked and left, and what follows.
    pub fn say(&self, rules: &Rules, lang: Lang) -> String {
        let end = match lang {
            Lang::Vi => self.end_in_vietnamese(rules),
            Lang::En => self.end_in_english(rules),
        };
        let (head, asked) = (self.head(lang), self.asked(lang));
        let reserve = self.reserve(lang);
        if asked.is_empty() {
            return format!("{head}: {end}{reserve}.");
        }
        format!("{head}; {asked}: {end}{reserve}.")
    }

    fn head(&self, lang: Lang) -> String {
        let points = self.points.map(|points| points.to_string());
        match (self.place, points, lang) {
            (Some(place), Some(points), Lang::Vi) => format!("Xếp thứ {place}, {points} điểm"),
            (Some(place), Some(points), Lang::En) => format!("Place {place}, {points} points"),
            (_, Some(points), _) => format!("{points} {}", lang.t("điểm", "points")),
            (_, None, _) => lang.t("Chưa có điểm hợp lệ", "No valid score").to_owned(),
        }
    }

    /// What was asked of each purse and what was left there, for files in the line.
    fn asked(&self, lang: Lang) -> String {
        if !self.verdict.is_ranked() {
            return String::new();
        }
        let asked = |draw: &Draw| match lang {
            Lang::Vi => format!(
                "xin {} triệu đồng từ nguồn {}, còn {} triệu đồng",
                draw.asked.millions(),
                draw.name,
                draw.left.millions()
            ),
            Lang::En => format!(
                "asks {} million of {}, {} million left",
                draw.asked.millions(),
                draw.name,
                draw.left.millions()
            ),
        };
        let asks: Vec<_> = self.draws.iter().map(asked).collect();
        asks.join(lang.t(" và ", " and "))
    }

    fn end_in_vietnamese(&self, rules: &Rules) -> String {
        let by_floor = self.floor.as_ref().map_or_else(String::new, |floor| {
            format!(", được xét trước theo sàn “{floor}”")
        });
        match &self.verdict {
            Verdict::Won => format!("đủ, được xếp hỗ trợ{by_floor}"),
            Verdict::Reduced { share } => format!(
                "không đủ, giảm còn {} triệu đồng ({} %) rồi dừng tại đây{by_floor}",
                self.granted(),
                percent(*share)
            ),
            Verdict::Unfit { purse } => {
                let short = match self.draws.as_slice() {
                    [_] => "không đủ".to_owned(),
                    _ => format!("nguồn {} không đủ", self.name_of(purse)),
                };
                match rules.fill {
                    Fill::StopAll => format!("{short}, dừng tại đây{by_floor}"),
                    Fill::StopPurse => {
                        format!("{short}, các nguồn này dừng tại đây{by_floor}")
                    }
                    Fill::Leapfrog => format!("{short}, bỏ qua và xét tiếp{by_floor}"),
                }
            }
            Verdict::Behind { at } => format!("không xét nữa vì đã dừng ở đề án {at}"),
            Verdict::BelowThreshold => {
                format!("dưới ngưỡng {} điểm, không xếp hạng", rules.threshold)
            }
            Verdict::NoPoints => "không xếp hạng".to_owned(),
            Verdict::NoAsk => "chưa có số kinh phí đề nghị, không xếp hạng".to_owned(),
            Verdict::ForeignPurse { purse } => {
                format!("xin từ nguồn {purse} không có trong lần xếp này, không xếp hạng")
            }
        }
    }

    fn end_in_english(&self, rules: &Rules) -> String {
        let by_floor = self.floor.as_ref().map_or_else(String::new, |floor| {
            format!(", considered first by the floor “{floor}”")
        });
        match &self.verdict {
            Verdict::Won => format!("fits, supported{by_floor}"),
            Verdict::Reduced { share } => format!(
                "does not fit, reduced to {} million ({} %), the line stops{by_floor}",
                self.granted(),
                percent(*share)
            ),
            Verdict::Unfit { purse } => {
                let short = format!("{} is too small", self.name_of(purse));
                match rules.fill {
                    Fill::StopAll => format!("{short}, the line stops here{by_floor}"),
                    Fill::StopPurse => format!("{short}, these purses stop here{by_floor}"),
                    Fill::Leapfrog => format!("{short}, passed over{by_floor}"),
                }
            }
            Verdict::Behind { at } => format!("not considered: the line stopped at {at}"),
            Verdict::BelowThreshold => {
                format!("below the threshold of {}, not ranked", rules.threshold)
            }
            Verdict::NoPoints => "not ranked".to_owned(),
            Verdict::NoAsk => "no amount asked, not ranked".to_owned(),
            Verdict::ForeignPurse { purse } => {
                format!("asks of {purse}, which is not in this run, not ranked")
            }
        }
    }

    fn reserve(&self, lang: Lang) -> String {
        self.reserve.map_or_else(String::new, |place| match lang {
            Lang::Vi => format!("; dự phòng thứ {place}"),
            Lang::En => format!("; reserve {place}"),
        })
    }

    fn granted(&self) -> String {
        let granted = self.draws.iter().map(|draw| draw.granted);
        granted.sum::<crate::kernel::money::Dong>().millions()
    }

    fn name_of<'a>(&'a self, purse: &'a str) -> &'a str {
        let found = self.draws.iter().find(|draw| draw.purse == purse);
        found.map_or(purse, |draw| &draw.name)
    }
}

/// Hundredths of a percent as a percentage: 8333 is 83,33.
fn percent(share: i64) -> String {
    crate::appraisal::Points(share).to_string()
}
