//! The table: headers, rows, the total and what stands under it.

use super::cells::{self, Spot};
use super::place::Place;
use super::sums::{self, Sum};
use super::{heading, height, look};
use crate::book::{Cell, Column, Kind, Row, Sheet, Style, Total};
use crate::error::FileError;
use kc_domain::kernel::text::Lang;
use rust_xlsxwriter::{Formula, Worksheet};
use std::collections::BTreeMap;

/// The sums of the total line, by column.
type Sums = BTreeMap<u16, Sum>;

/// Writes the whole table and the notes under it.
pub(super) fn write(
    page: &mut Worksheet,
    sheet: &Sheet,
    place: &Place,
    lang: Lang,
) -> Result<(), FileError> {
    headers(page, sheet, place)?;
    let sums = sums_of(sheet, place)?;
    let mut table = Table {
        page,
        sheet,
        place,
        lang,
        sums: &sums,
    };
    table.rows()?;
    table.total()?;
    table.after()?;
    let warning = missing_note(sheet, &sums, lang);
    heading::notes(page, sheet, place, sheet.notes.iter().chain(&warning))
}

fn headers(page: &mut Worksheet, sheet: &Sheet, place: &Place) -> Result<(), FileError> {
    let texts: Vec<String> = sheet.columns.iter().map(header_text).collect();
    for ((at, column), text) in (0..).zip(&sheet.columns).zip(&texts) {
        page.set_column_width(at, column.width)?;
        page.write_string_with_format(place.header, at, text, &look::header())?;
    }
    let widths = sheet.columns.iter().map(|column| column.width);
    let height = height::of_header(texts.iter().map(String::as_str).zip(widths));
    page.set_row_height(place.header, height)?;
    Ok(())
}

fn header_text(column: &Column) -> String {
    if column.unit.is_empty() {
        column.header.clone()
    } else {
        format!("{}\n({})", column.header, column.unit)
    }
}

fn sums_of(sheet: &Sheet, place: &Place) -> Result<Sums, FileError> {
    let columns = sheet.total.iter().flat_map(|total| &total.columns);
    columns
        .map(|column| {
            kind_of(sheet, *column)?;
            Ok((*column, Sum::of(&sheet.rows, place.rows, *column)?))
        })
        .collect()
}

fn kind_of(sheet: &Sheet, column: u16) -> Result<Kind, FileError> {
    let found = sheet.columns.get(usize::from(column));
    found
        .map(|column| column.kind)
        .ok_or(FileError::NoSuchColumn { column })
}

/// One sentence when a sum could not count every row.
fn missing_note(sheet: &Sheet, sums: &Sums, lang: Lang) -> Option<String> {
    let columns: Vec<String> = sums
        .iter()
        .filter(|(_, sum)| sum.missing > 0 && sum.numbers > 0)
        .filter_map(|(at, sum)| Some((sheet.columns.get(usize::from(*at))?, sum)))
        .map(|(column, sum)| format!("{} ({})", header_line(column), sum.missing))
        .collect();
    let start = lang.t(
        "Dòng tổng chỉ cộng các số đã biết và chính xác. Số ô không cộng được: ",
        "Totals add exact known figures only. Cells not counted: ",
    );
    (!columns.is_empty()).then(|| format!("{start}{}.", columns.join("; ")))
}

fn header_line(column: &Column) -> String {
    column.header.replace('\n', " ")
}

struct Table<'a> {
    page: &'a mut Worksheet,
    sheet: &'a Sheet,
    place: &'a Place,
    lang: Lang,
    sums: &'a Sums,
}

impl Table<'_> {
    fn rows(&mut self) -> Result<(), FileError> {
        for (index, row) in self.sheet.rows.iter().enumerate() {
            let below = self
                .sheet
                .rows
                .get(index.saturating_add(1)..)
                .unwrap_or_default();
            let at = self.place.rows.saturating_add(super::place::count(index)?);
            self.row(at, row, |cell, spot, page| match cell {
                Cell::GroupSum => write_sum(page, spot, &group_sum(below, at, spot.column)?),
                other => cells::write(page, spot, other),
            })?;
        }
        Ok(())
    }

    fn total(&mut self) -> Result<(), FileError> {
        let Some(total) = &self.sheet.total else {
            return Ok(());
        };
        let sums = self.sums;
        let row = Row::styled(Style::Total, label_cells(total, &self.sheet.columns));
        self.row(self.place.total, &row, |cell, spot, page| {
            match sums.get(&spot.column) {
                Some(sum) => write_sum(page, spot, sum),
                None => cells::write(page, spot, cell),
            }
        })
    }

    fn after(&mut self) -> Result<(), FileError> {
        let (sums, total) = (self.sums, self.place.total);
        let mut above: &[Cell] = &[];
        for (at, row) in (self.place.after..).zip(&self.sheet.after) {
            self.row(at, row, |cell, spot, page| {
                let known = above.get(usize::from(spot.column)).and_then(Cell::number);
                match (cell, known, sums.get(&spot.column)) {
                    (Cell::AboveMinusTotal, Some(above), Some(sum)) if sum.is_complete() => {
                        write_gap(page, spot, total, above, sum)
                    }
                    (Cell::AboveMinusTotal, _, _) => cells::missing(page, spot),
                    (other, _, _) => cells::write(page, spot, other),
                }
            })?;
            above = &row.cells;
        }
        Ok(())
    }

    fn row<F>(&mut self, at: u32, row: &Row, write: F) -> Result<(), FileError>
    where
        F: Fn(&Cell, Spot, &mut Worksheet) -> Result<(), FileError>,
    {
        self.page
            .set_row_height(at, height::of_row(row, &self.sheet.columns))?;
        let cells = row.cells.iter().chain(std::iter::repeat(&Cell::Empty));
        for ((column, about), cell) in (0..).zip(&self.sheet.columns).zip(cells) {
            let spot = Spot {
                row: at,
                column,
                kind: about.kind,
                style: row.style,
                lang: self.lang,
            };
            write(cell, spot, self.page)?;
        }
        Ok(())
    }
}

/// The words of the total stand in the first column of words, else in the first that is not summed.
fn label_cells(total: &Total, columns: &[Column]) -> Vec<Cell> {
    let free = |at: &u16| !total.columns.contains(at);
    let of_words = (0..)
        .zip(columns)
        .find(|(at, column)| column.kind == Kind::Text && free(at))
        .map(|(at, _)| at);
    let label = of_words.or_else(|| (0..).zip(columns).map(|(at, _)| at).find(free));
    let cell = |(at, _)| match label {
        Some(label) if label == at => Cell::Text(total.label.clone()),
        _ => Cell::Empty,
    };
    (0_u16..).zip(columns).map(cell).collect()
}

fn group_sum(below: &[Row], at: u32, column: u16) -> Result<Sum, FileError> {
    let end = below.iter().position(|row| row.style != Style::Normal);
    let members = below.get(..end.unwrap_or(below.len())).unwrap_or_default();
    Sum::of(members, at.saturating_add(1), column)
}

/// A sum of nothing but unknowns is unknown; a sum of nothing at all is empty.
fn write_sum(page: &mut Worksheet, spot: Spot, sum: &Sum) -> Result<(), FileError> {
    match (sum.numbers, sum.missing) {
        (0, 0) => cells::write(page, spot, &Cell::Empty),
        (0, _) => cells::missing(page, spot),
        _ => write_formula(page, spot, sum.formula(spot.column)?, sum.result),
    }
}

fn write_gap(
    page: &mut Worksheet,
    spot: Spot,
    total: u32,
    above: i64,
    sum: &Sum,
) -> Result<(), FileError> {
    let gap = above
        .checked_sub(sum.result)
        .ok_or(FileError::SumTooLarge)?;
    let upper = sums::name(spot.row.saturating_sub(1), spot.column);
    let lower = sums::name(total, spot.column);
    let formula = Formula::new(format!("={upper}-{lower}")).set_result(gap.to_string());
    write_formula(page, spot, formula, gap)
}

fn write_formula(
    page: &mut Worksheet,
    spot: Spot,
    formula: Formula,
    result: i64,
) -> Result<(), FileError> {
    super::number::whole(result)?;
    let format = cells::look_of(spot, spot.kind);
    page.write_formula_with_format(spot.row, spot.column, formula, &format)?;
    Ok(())
}
