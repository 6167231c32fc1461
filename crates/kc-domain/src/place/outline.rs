//! Outlines of the provinces, ready to be drawn as SVG. Drawing is left to the face.

use std::sync::OnceLock;

const PROVINCES_TODAY: &str = include_str!("../../../../reference/map/provinces34.txt");
const PROVINCES_BEFORE: &str = include_str!("../../../../reference/map/provinces63.txt");
const HAI_PHONG: &str = include_str!("../../../../reference/map/haiphong_communes.txt");

/// A map. Maps of the nation show both archipelagos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The `viewBox` of the drawing.
    pub view_box: &'static str,
    /// Labels that every map of the nation must carry: Hoàng Sa and Trường Sa.
    pub labels: Vec<Label>,
    /// The provinces, by code.
    pub shapes: Vec<Shape>,
}

/// A text on the map, at coordinates of the drawing written as SVG writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The text.
    pub name: &'static str,
    /// Its middle, from the left.
    pub x: &'static str,
    /// Its middle, from the top.
    pub y: &'static str,
}

/// The outline of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The code of the unit.
    pub code: &'static str,
    /// Where its name stands.
    pub label: Label,
    /// The `d` of its SVG path.
    pub path: &'static str,
}

/// The 34 provinces from 01/07/2025.
pub fn provinces_today() -> &'static Outline {
    static OUTLINE: OnceLock<Outline> = OnceLock::new();
    OUTLINE.get_or_init(|| read(PROVINCES_TODAY))
}

/// The 63 provinces until 30/06/2025.
pub fn provinces_before() -> &'static Outline {
    static OUTLINE: OnceLock<Outline> = OnceLock::new();
    OUTLINE.get_or_init(|| read(PROVINCES_BEFORE))
}

/// The communes of a province from 01/07/2025; so far only Hải Phòng (31) has been drawn.
pub fn communes_of(province: &str) -> Option<&'static Outline> {
    static OUTLINE: OnceLock<Outline> = OnceLock::new();
    (province == "31").then(|| OUTLINE.get_or_init(|| read(HAI_PHONG)))
}

fn read(text: &'static str) -> Outline {
    let mut outline = Outline {
        view_box: "",
        labels: Vec::new(),
        shapes: Vec::new(),
    };
    for line in text.lines() {
        let mut fields = line.split('|');
        let mut next = || fields.next().unwrap_or_default();
        match (next(), next(), next(), next(), next()) {
            ("viewBox", view_box, ..) => outline.view_box = view_box,
            ("label", name, x, y, _) => outline.labels.push(Label { name, x, y }),
            (code, name, x, y, path) => {
                let label = Label { name, x, y };
                outline.shapes.push(Shape { code, label, path });
            }
        }
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::super::{Era, Level, gazetteer};
    use super::*;

    #[test]
    fn every_map_shows_every_province_and_both_archipelagos() {
        for (outline, era, count) in [
            (provinces_today(), Era::Today, 34),
            (provinces_before(), Era::Before, 63),
        ] {
            assert_eq!(outline.view_box, "0 0 1000 1086");
            assert_eq!(outline.shapes.len(), count);
            let names: Vec<_> = outline.labels.iter().map(|label| label.name).collect();
            assert_eq!(names, ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]);
            for shape in &outline.shapes {
                assert!(shape.path.starts_with('M') && shape.path.ends_with(['z', 'Z']));
                assert!(
                    !gazetteer()
                        .versions(Level::Province, era, shape.code)
                        .is_empty()
                );
            }
        }
    }

    #[test]
    fn every_commune_of_hai_phong_is_drawn_under_its_code() {
        let outline = communes_of("31").expect("drawn");
        assert_eq!(outline.shapes.len(), 114);
        for shape in &outline.shapes {
            let units = gazetteer().versions(Level::Commune, Era::Today, shape.code);
            assert_eq!(
                units.first().map(|unit| unit.province),
                Some("31"),
                "{}",
                shape.code
            );
            assert!(shape.path.starts_with('M') && shape.path.ends_with('z'));
        }
        assert!(communes_of("01").is_none());
    }
}
