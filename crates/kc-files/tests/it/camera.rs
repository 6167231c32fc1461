//! Photos as cameras write them, and as nobody should.

use kc_files::{Taken, taken};

/// One entry of a directory: tag, type, count, value or where it lies.
fn entry(tag: u16, kind: u16, count: u32, value: u32) -> Vec<u8> {
    let mut out = tag.to_le_bytes().to_vec();
    out.extend(kind.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(value.to_le_bytes());
    out
}

fn directory(entries: &[Vec<u8>]) -> Vec<u8> {
    let mut out = u16::try_from(entries.len()).unwrap().to_le_bytes().to_vec();
    out.extend(entries.concat());
    out.extend(0_u32.to_le_bytes());
    out
}

fn rationals(parts: [(u32, u32); 3]) -> Vec<u8> {
    let bytes = parts.map(|(over, under)| [over.to_le_bytes(), under.to_le_bytes()].concat());
    bytes.concat()
}

/// A JPEG that holds nothing but what its camera wrote.
fn photo(clock: &[u8; 20], seconds_under: u32) -> Vec<u8> {
    // Head 8, first directory 30, Exif directory 18, clock 20, GPS directory 54: then the angles.
    let first = directory(&[entry(0x8769, 4, 1, 38), entry(0x8825, 4, 1, 76)]);
    let exif = directory(&[entry(0x9003, 2, 20, 56)]);
    let side = |letter: u8| u32::from(letter);
    let gps = directory(&[
        entry(1, 2, 2, side(b'N')),
        entry(2, 5, 3, 130),
        entry(3, 2, 2, side(b'E')),
        entry(4, 5, 3, 154),
    ]);
    let mut tiff = b"II\x2a\0\x08\0\0\0".to_vec();
    tiff.extend(first);
    tiff.extend(exif);
    tiff.extend(clock);
    tiff.extend(gps);
    tiff.extend(rationals([(20, 1), (55, 1), (4116, seconds_under)]));
    tiff.extend(rationals([(106, 1), (40, 1), (3108, 100)]));
    let length = u16::try_from(tiff.len() + 8).unwrap();
    let mut out = b"\xff\xd8\xff\xe1".to_vec();
    out.extend(length.to_be_bytes());
    out.extend(b"Exif\0\0");
    out.extend(tiff);
    out.extend(b"\xff\xd9");
    out
}

#[test]
fn a_photo_tells_when_and_where() {
    let told = taken(&photo(b"2026:06:15 09:30:12\0", 100));
    assert_eq!(told.at.unwrap().to_string(), "2026-06-15 09:30:12");
    assert_eq!(told.spot.unwrap(), "20.928099 106.675299");
}

#[test]
fn nonsense_tells_nothing() {
    let odd = taken(&photo(b"2026:13:45 99:30:12\0", 0));
    assert_eq!(odd, Taken::default());
    let whole = photo(b"2026:06:15 09:30:12\0", 100);
    for length in 0..whole.len() {
        taken(&whole[..length]);
    }
    for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n", b"%PDF-1.7"] {
        assert_eq!(taken(bytes), Taken::default());
    }
}
