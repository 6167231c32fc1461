//! The keys of one JSON object, each asked for by name and form.

use super::json::Json;
use super::refusal::FileRefusal;
use chrono::NaiveDate;
use std::collections::BTreeSet;

const TEXT: (&str, &str) = ("một chuỗi trong ngoặc kép", "a text in quotes");
const OBJECT: (&str, &str) = ("một đối tượng { … }", "an object { … }");
const LIST: (&str, &str) = ("một danh sách [ … ]", "a list [ … ]");
const KEYS: (&str, &str) = ("một danh sách tên số liệu [ … ]", "a list of keys [ … ]");
const DAY: (&str, &str) = (
    "ngày có thật dạng 2020-11-06",
    "a real day such as 2020-11-06",
);
const YES_NO: (&str, &str) = ("true hoặc false", "true or false");
const WHOLE: (&str, &str) = (
    "một số nguyên không có ngoặc kép",
    "a whole number without quotes",
);

/// The keys of one object, and where it stands in the file.
pub(super) struct Fields<'a> {
    at: String,
    pairs: &'a [(String, Json)],
}

impl<'a> Fields<'a> {
    /// The keys of an object with free names. A key that stands twice is refused.
    pub(super) fn free(at: &str, json: &'a Json) -> Result<Self, FileRefusal> {
        let Json::Object(pairs) = json else {
            return Err(wrong(at, OBJECT));
        };
        let mut seen = BTreeSet::new();
        match pairs.iter().find(|(key, _)| !seen.insert(key)) {
            Some((key, _)) => Err(FileRefusal::SameKey {
                at: at.to_owned(),
                key: key.clone(),
            }),
            None => Ok(Self {
                at: at.to_owned(),
                pairs,
            }),
        }
    }

    /// The keys of an object that may hold only these.
    pub(super) fn known(at: &str, json: &'a Json, known: &[&str]) -> Result<Self, FileRefusal> {
        let fields = Self::free(at, json)?;
        let foreign = fields
            .pairs
            .iter()
            .find(|(key, _)| !known.contains(&key.as_str()));
        match foreign {
            None => Ok(fields),
            Some((key, _)) => Err(FileRefusal::UnknownKey {
                at: at.to_owned(),
                key: key.clone(),
                known: known.join(", "),
            }),
        }
    }

    pub(super) fn pairs(&self) -> &'a [(String, Json)] {
        self.pairs
    }

    /// The value of a key; `None` when it is absent or null.
    pub(super) fn find(&self, key: &str) -> Option<&'a Json> {
        let value = self.pairs.iter().find(|(name, _)| name == key);
        value
            .map(|(_, value)| value)
            .filter(|value| **value != Json::Null)
    }

    fn get(&self, key: &'static str) -> Result<&'a Json, FileRefusal> {
        let at = self.at.clone();
        self.find(key).ok_or(FileRefusal::MissingKey { at, key })
    }

    pub(super) fn text(&self, key: &'static str) -> Result<String, FileRefusal> {
        self.as_text(key, self.get(key)?)
    }

    pub(super) fn find_text(&self, key: &str) -> Result<Option<String>, FileRefusal> {
        self.find(key)
            .map(|value| self.as_text(key, value))
            .transpose()
    }

    fn as_text(&self, key: &str, value: &Json) -> Result<String, FileRefusal> {
        match value {
            Json::Text(text) => Ok(text.clone()),
            _ => Err(wrong(&self.place(key), TEXT)),
        }
    }

    pub(super) fn find_day(&self, key: &str) -> Result<Option<NaiveDate>, FileRefusal> {
        self.find_text(key)?
            .map(|text| day(&text).ok_or_else(|| wrong(&self.place(key), DAY)))
            .transpose()
    }

    pub(super) fn day(&self, key: &'static str) -> Result<NaiveDate, FileRefusal> {
        let text = self.text(key)?;
        day(&text).ok_or_else(|| wrong(&self.place(key), DAY))
    }

    pub(super) fn list(&self, key: &'static str) -> Result<&'a [Json], FileRefusal> {
        match self.get(key)? {
            Json::List(values) => Ok(values),
            _ => Err(wrong(&self.place(key), LIST)),
        }
    }

    /// A list of texts.
    pub(super) fn texts(&self, key: &'static str) -> Result<Vec<String>, FileRefusal> {
        let values = self.list(key)?.iter().map(|value| match value {
            Json::Text(text) => Ok(text.clone()),
            _ => Err(wrong(&self.place(key), KEYS)),
        });
        values.collect()
    }

    pub(super) fn object(&self, key: &'static str) -> Result<&'a Json, FileRefusal> {
        self.get(key)
    }

    /// A whole number that must be given, or null for what nobody counted.
    pub(super) fn count(&self, key: &'static str) -> Result<Option<i64>, FileRefusal> {
        match self.pairs.iter().find(|(name, _)| name == key) {
            None => Err(FileRefusal::MissingKey {
                at: self.at.clone(),
                key,
            }),
            Some((_, Json::Null)) => Ok(None),
            Some((_, Json::Whole(number))) => Ok(Some(*number)),
            Some(_) => Err(wrong(&self.place(key), WHOLE)),
        }
    }

    pub(super) fn find_bool(&self, key: &str) -> Result<Option<bool>, FileRefusal> {
        match self.find(key) {
            None => Ok(None),
            Some(Json::Bool(value)) => Ok(Some(*value)),
            Some(_) => Err(wrong(&self.place(key), YES_NO)),
        }
    }

    fn place(&self, key: &str) -> String {
        format!("{}, khóa “{key}”", self.at)
    }
}

pub(super) fn wrong(at: &str, wanted: (&'static str, &'static str)) -> FileRefusal {
    let at = at.to_owned();
    FileRefusal::WrongForm { at, wanted }
}

/// A day as `2020-11-06`, every digit written.
fn day(text: &str) -> Option<NaiveDate> {
    (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())?
}
