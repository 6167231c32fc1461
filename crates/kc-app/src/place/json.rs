//! The answer as JSON, for the command line and the interface.

use chrono::NaiveDate;
use kc_domain::kernel::text::Lang;
use kc_domain::place::{Answer, Era, Match, Successor, Unit, gazetteer};
use serde_json::{Map, Value, json};

/// The answer as JSON: what was asked, what it may name, what took over from it.
pub fn answer_json(answer: &Answer) -> Value {
    let successors = answer.successors();
    json!({
        "query": answer.query,
        "on": date(Some(answer.on)),
        "as_written": answer.query,
        "found": answer.is_found(),
        "must_choose": answer.must_choose(),
        "settled": answer.settled().map(unit_json),
        "matches": answer.matches.iter().map(match_json).collect::<Vec<_>>(),
        "successors": successors.iter().map(successor_json).collect::<Vec<_>>(),
        "message": answer.message(Lang::Vi),
    })
}

fn match_json(found: &Match) -> Value {
    let mut object = unit_map(found.unit);
    object.insert("standing".into(), found.standing.code().into());
    let later = found
        .later
        .iter()
        .map(|unit| unit_json(unit))
        .collect::<Vec<_>>();
    object.insert("later_versions".into(), later.into());
    let successors = found
        .successors
        .iter()
        .map(successor_json)
        .collect::<Vec<_>>();
    object.insert("successors".into(), successors.into());
    object.into()
}

fn successor_json(successor: &Successor<'_>) -> Value {
    let mut object = unit_map(successor.unit);
    object.insert("extent".into(), successor.extent.code().into());
    object.insert("extent_text".into(), successor.extent.say(Lang::Vi).into());
    object.insert("is_main".into(), successor.is_main.into());
    object.insert("is_suggested".into(), successor.is_suggested.into());
    object.insert("basis".into(), successor.basis.code().into());
    object.into()
}

fn unit_json(unit: &Unit) -> Value {
    unit_map(unit).into()
}

fn unit_map(unit: &Unit) -> Map<String, Value> {
    let gazetteer = gazetteer();
    let district = gazetteer.district_of(unit);
    let fields = [
        ("code", unit.code.into()),
        ("era", era(unit.era).into()),
        ("level", unit.level.code().into()),
        ("type", unit.kind.code().into()),
        ("name", unit.name.into()),
        ("full_name", unit.full_name().into()),
        ("district", district.map(Unit::full_name).into()),
        ("district_code", district.map(|unit| unit.code).into()),
        (
            "province",
            gazetteer.province_of(unit).map(Unit::full_name).into(),
        ),
        ("province_code", unit.province.into()),
        ("valid_from", date(unit.valid_from())),
        ("valid_to", date(unit.valid_to())),
        ("dates_observed", unit.has_observed_dates().into()),
        ("area", unit.area().as_str().into()),
    ];
    fields
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

fn era(era: Era) -> &'static str {
    match era {
        Era::Before => "den_2025_06_30",
        Era::Today => "tu_2025_07_01",
    }
}

fn date(day: Option<NaiveDate>) -> Value {
    day.map(|day| day.to_string()).into()
}

#[cfg(test)]
mod tests {
    use super::super::look_up;
    use super::*;

    #[test]
    fn the_answer_keeps_the_address_as_written_and_lists_every_successor() {
        let on = "2026-11-22".parse().expect("a day");
        let written = "xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng";
        let answer = answer_json(&look_up(written, on));
        assert_eq!(answer["as_written"], written);
        assert_eq!(answer["on"], "2026-11-22");
        assert_eq!(answer["must_choose"], true);
        assert_eq!(answer["settled"], Value::Null);
        let found = &answer["matches"][0];
        for (key, value) in [
            ("code", "11521"),
            ("type", "xa"),
            ("level", "xa"),
            ("full_name", "Xã Mỹ Đồng"),
            ("district", "Huyện Thuỷ Nguyên"),
            ("province", "Thành phố Hải Phòng"),
            ("valid_to", "2024-12-31"),
            ("area", "VN/31/311/11521"),
        ] {
            assert_eq!(found[key], value);
        }
        assert_eq!(
            found["later_versions"][0]["full_name"],
            "Phường Lê Hồng Phong"
        );
        let successors = answer["successors"].as_array().expect("a list");
        let pairs: Vec<_> = successors
            .iter()
            .map(|s| (&s["code"], &s["extent"]))
            .collect();
        assert_eq!(
            pairs,
            [
                (&json!("11506"), &json!("mot_phan")),
                (&json!("11557"), &json!("mot_phan"))
            ]
        );
    }

    #[test]
    fn a_place_nobody_knows_has_no_matches_and_a_sentence() {
        let on = "2026-11-22".parse().expect("a day");
        let answer = answer_json(&look_up("xã Không Đâu Cả", on));
        assert_eq!(
            (&answer["found"], &answer["must_choose"]),
            (&json!(false), &json!(false))
        );
        assert_eq!(answer["matches"], json!([]));
        assert!(
            answer["message"]
                .as_str()
                .expect("text")
                .contains("Không tìm thấy")
        );
    }
}
