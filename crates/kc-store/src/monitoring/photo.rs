//! Photos of visits: what the file shows, where and when it was taken.

use crate::kernel::{Reader, Row, StoreError, Stored, Tx};
use kc_domain::kernel::id::{AttachmentId, VisitId};
use kc_domain::monitoring::{Photo, Spot};

/// The photos of a visit, oldest first; the caller has shown the visit.
pub fn photos(reader: &mut Reader<'_>, visit: VisitId) -> Stored<Vec<Photo>> {
    let rows = reader.query(
        "SELECT photo.attachment_id, photo.visit_id, photo.caption, photo.taken_at,
                photo.place_written, photo.spot
         FROM photo
         JOIN attachment ON attachment.id = photo.attachment_id
         WHERE photo.visit_id = $1 ORDER BY attachment.recorded_at, attachment.id",
        &[visit.into()],
    )?;
    rows.iter().map(read).collect()
}

/// One photo; the caller shows it only beside its visit.
pub fn find_photo(reader: &mut Reader<'_>, file: AttachmentId) -> Stored<Option<Photo>> {
    let row = reader.first(
        "SELECT attachment_id, visit_id, caption, taken_at, place_written, spot
         FROM photo WHERE attachment_id = $1",
        &[file.into()],
    )?;
    row.as_ref().map(read).transpose()
}

/// Adds a photo whose file is kept already.
pub fn insert_photo(tx: &mut Tx<'_>, photo: &Photo) -> Stored<()> {
    tx.execute(
        "INSERT INTO photo (attachment_id, visit_id, caption, taken_at, place_written, spot)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (attachment_id) DO NOTHING",
        &[
            photo.file.into(),
            photo.visit.into(),
            (&photo.caption).into(),
            photo.taken_at.into(),
            photo.place_written.as_ref().into(),
            photo.spot.as_ref().map(Spot::as_str).into(),
        ],
    )?;
    Ok(())
}

fn read(row: &Row) -> Stored<Photo> {
    let spot: Option<String> = row.get(5)?;
    let known = |text: String| {
        Spot::parse(&text).ok_or_else(|| StoreError::Shape(format!("no spot: {text}")))
    };
    Ok(Photo {
        file: row.get(0)?,
        visit: row.get(1)?,
        caption: row.get(2)?,
        taken_at: row.get(3)?,
        place_written: row.get(4)?,
        spot: spot.map(known).transpose()?,
    })
}
