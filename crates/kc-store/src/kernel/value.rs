//! The four kinds of value both engines share, and rows made of them.

use super::StoreError;
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::money::Dong;
use kc_domain::place::area::AreaPath;

/// A value on its way to or from the database.
///
/// Days are ISO text, moments are milliseconds, flags are 0 and 1, identities are 16 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing known.
    Null,
    /// A whole number.
    Int(i64),
    /// Text.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

impl Value {
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Int(_) | Self::Blob(_) => None,
        }
    }

    fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Blob(bytes) => Some(bytes),
            Self::Null | Self::Int(_) | Self::Text(_) => None,
        }
    }
}

/// A row of a result.
#[derive(Debug, Clone)]
pub struct Row(pub(super) Vec<Value>);

impl Row {
    /// The value of a column, counted from 0, in the type the caller expects.
    pub fn get<T: FromValue>(&self, column: usize) -> Result<T, StoreError> {
        let value = self.value(column)?;
        T::from_value(value).ok_or_else(|| StoreError::Shape(format!("column {column}: {value:?}")))
    }

    /// A code that one of our enums knows.
    pub fn code<T>(&self, column: usize, of: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
        let code = self.code_or_none(column, of)?;
        code.ok_or_else(|| StoreError::Shape(format!("column {column}: no code")))
    }

    /// A code that may be missing.
    pub fn code_or_none<T>(
        &self,
        column: usize,
        of: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        let value = self.value(column)?;
        if *value == Value::Null {
            return Ok(None);
        }
        let unknown = || StoreError::Shape(format!("column {column}: code {value:?}"));
        value.text().and_then(of).map(Some).ok_or_else(unknown)
    }

    fn value(&self, column: usize) -> Result<&Value, StoreError> {
        let value = self.0.get(column);
        value.ok_or_else(|| StoreError::Shape(format!("column {column}")))
    }
}

/// What can be read from a value.
pub trait FromValue: Sized {
    /// The typed value, or `None` when the kinds differ.
    fn from_value(value: &Value) -> Option<Self>;
}

impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Int(number) => Some(*number),
            Value::Null | Value::Text(_) | Value::Blob(_) => None,
        }
    }
}

impl FromValue for i32 {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).and_then(|number| Self::try_from(number).ok())
    }
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(|number| number != 0)
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        value.text().map(str::to_owned)
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        value.bytes().map(<[u8]>::to_vec)
    }
}

impl FromValue for [u8; 32] {
    fn from_value(value: &Value) -> Option<Self> {
        value.bytes()?.try_into().ok()
    }
}

impl FromValue for Dong {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}

impl FromValue for Instant {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}

impl FromValue for NaiveDate {
    fn from_value(value: &Value) -> Option<Self> {
        value.text()?.parse().ok()
    }
}

impl FromValue for AreaPath {
    fn from_value(value: &Value) -> Option<Self> {
        Self::parse(value.text()?).ok()
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            _ => T::from_value(value).map(Some),
        }
    }
}

/// Declares how our own types become values.
macro_rules! into_value {
    ($($type:ty => |$name:ident| $make:expr),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from($name: $type) -> Self {
                $make
            }
        }
    )*};
}

into_value! {
    i64 => |number| Self::Int(number),
    i32 => |number| Self::Int(i64::from(number)),
    bool => |flag| Self::Int(i64::from(flag)),
    &str => |text| Self::Text(text.to_owned()),
    String => |text| Self::Text(text),
    &String => |text| Self::Text(text.clone()),
    Vec<u8> => |bytes| Self::Blob(bytes),
    [u8; 32] => |bytes| Self::Blob(bytes.to_vec()),
    Dong => |amount| Self::Int(amount.0),
    Instant => |moment| Self::Int(moment.0),
    NaiveDate => |day| Self::Text(day.format("%Y-%m-%d").to_string()),
    &AreaPath => |area| Self::Text(area.as_str().to_owned()),
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Declares that an identity is stored as its 16 bytes.
macro_rules! identities {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        impl From<kc_domain::kernel::id::$name> for Value {
            fn from(id: kc_domain::kernel::id::$name) -> Self {
                Self::Blob(id.0.to_vec())
            }
        }

        impl FromValue for kc_domain::kernel::id::$name {
            fn from_value(value: &Value) -> Option<Self> {
                value.bytes()?.try_into().ok().map(Self)
            }
        }
    )*};
}

kc_domain::for_each_id!(identities);
