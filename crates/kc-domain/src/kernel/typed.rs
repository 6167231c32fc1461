//! Amounts as people type them into a form.

use super::figure::{Figure, FigureRefusal};
use super::money::Dong;

/// Reads `1.250.000`, `1250000 đ` or `1,25 tỷ`; without a unit the amount is in đồng.
pub fn parse_money(text: &str) -> Result<Dong, FigureRefusal> {
    let has_unit = text.chars().any(char::is_alphabetic);
    let figure = if has_unit {
        Figure::parse(text)?
    } else {
        Figure::parse(&format!("{text} đồng"))?
    };
    match figure.dong() {
        Some(amount) if !figure.is_loose() => Ok(amount),
        _ => Err(FigureRefusal::UnknownUnit),
    }
}
