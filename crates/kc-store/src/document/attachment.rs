//! Files beside a record. The bytes lie in a folder under their hash; here stands what they are.

use crate::kernel::{Reader, Row, Stored, Tx, Value};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{AttachmentId, OrganisationId};
use kc_domain::place::area::AreaPath;

/// A file beside a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Identity.
    pub id: AttachmentId,
    /// The word of the record.
    pub word: String,
    /// The record, 16 bytes.
    pub record: Vec<u8>,
    /// The name it had.
    pub file_name: String,
    /// The media type.
    pub media_type: String,
    /// Its size in bytes.
    pub size_bytes: i64,
    /// The hash under which its bytes lie.
    pub content_hash: [u8; 32],
    /// Where the record lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// When it was kept.
    pub recorded_at: Instant,
}

/// The files of a record, oldest first; the caller has shown the record.
pub fn attachments(reader: &mut Reader<'_>, record: [u8; 16]) -> Stored<Vec<Attachment>> {
    let sql = "SELECT id, word, record_id, file_name, media_type, size_bytes, content_hash, area,
                      organisation_id, recorded_at
               FROM attachment WHERE record_id = $1 ORDER BY recorded_at, id";
    let rows = reader.query(sql, &[Value::Blob(record.to_vec())])?;
    rows.iter().map(read).collect()
}

/// One file; the caller shows it only beside its record.
pub fn find_attachment(reader: &mut Reader<'_>, id: AttachmentId) -> Stored<Option<Attachment>> {
    let sql = "SELECT id, word, record_id, file_name, media_type, size_bytes, content_hash, area,
                      organisation_id, recorded_at
               FROM attachment WHERE id = $1";
    reader
        .first(sql, &[id.into()])?
        .as_ref()
        .map(read)
        .transpose()
}

/// Adds a file whose bytes are on the disk already.
pub fn insert_attachment(tx: &mut Tx<'_>, new: &Attachment) -> Stored<()> {
    tx.execute(
        "INSERT INTO attachment (id, word, record_id, file_name, media_type, size_bytes,
                                 content_hash, area, organisation_id, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO NOTHING",
        &[
            new.id.into(),
            (&new.word).into(),
            Value::Blob(new.record.clone()),
            (&new.file_name).into(),
            (&new.media_type).into(),
            new.size_bytes.into(),
            new.content_hash.into(),
            (&new.area).into(),
            new.organisation.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

fn read(row: &Row) -> Stored<Attachment> {
    Ok(Attachment {
        id: row.get(0)?,
        word: row.get(1)?,
        record: row.get(2)?,
        file_name: row.get(3)?,
        media_type: row.get(4)?,
        size_bytes: row.get(5)?,
        content_hash: row.get(6)?,
        area: row.get(7)?,
        organisation: row.get(8)?,
        recorded_at: row.get(9)?,
    })
}
