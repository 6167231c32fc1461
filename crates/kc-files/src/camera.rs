//! What a camera wrote into a photo: when and where it was taken. Nothing of it is trusted beyond
//! being a day, a time and two angles; a photo that tells nothing, or nonsense, tells nothing.

use chrono::{NaiveDate, NaiveDateTime};
use exif::{DateTime, Exif, In, Rational, Reader, Tag, Value};
use std::io::Cursor;

/// Millionths in a degree; a step of one is eleven centimetres on the ground.
const MICRO: u64 = 1_000_000;

/// When and where a photo was taken, as far as it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// The camera's clock; cameras know no time zone.
    pub at: Option<NaiveDateTime>,
    /// Latitude and longitude in degrees: `20.928100 106.675300`.
    pub spot: Option<String>,
}

/// Reads what the camera wrote.
pub fn taken(bytes: &[u8]) -> Taken {
    let read = Reader::new().read_from_container(&mut Cursor::new(bytes));
    read.map_or_else(
        |_| Taken::default(),
        |exif| Taken {
            at: moment(&exif),
            spot: spot(&exif),
        },
    )
}

fn moment(exif: &Exif) -> Option<NaiveDateTime> {
    let written = DateTime::from_ascii(text(exif, Tag::DateTimeOriginal)?).ok()?;
    let day = NaiveDate::from_ymd_opt(
        i32::from(written.year),
        u32::from(written.month),
        u32::from(written.day),
    )?;
    let (hour, minute) = (u32::from(written.hour), u32::from(written.minute));
    day.and_hms_opt(hour, minute, u32::from(written.second))
}

fn spot(exif: &Exif) -> Option<String> {
    let latitude = angle(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, b"S")?;
    let longitude = angle(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, b"W")?;
    Some(format!("{latitude} {longitude}"))
}

/// An angle in degrees; on the side named by `below` it is below zero.
fn angle(exif: &Exif, tag: Tag, side: Tag, below: &[u8]) -> Option<String> {
    let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else {
        return None;
    };
    let [degrees, minutes, seconds] = parts.as_slice() else {
        return None;
    };
    let micro = micro(*degrees, 1)?
        .checked_add(micro(*minutes, 60)?)?
        .checked_add(micro(*seconds, 3600)?)?;
    let sign = if text(exif, side)? == below { "-" } else { "" };
    Some(format!("{sign}{}.{:06}", micro / MICRO, micro % MICRO))
}

/// A part of an angle in millionths of a degree.
fn micro(part: Rational, by: u64) -> Option<u64> {
    let below = u64::from(part.denom).checked_mul(by)?;
    u64::from(part.num).checked_mul(MICRO)?.checked_div(below)
}

fn text(exif: &Exif, tag: Tag) -> Option<&[u8]> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(lines) => lines.first().map(Vec::as_slice),
        _ => None,
    }
}
