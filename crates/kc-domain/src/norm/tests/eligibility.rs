//! Where a firm must stand, from the decree of 2025 on.

use super::*;

#[test]
fn the_sort_of_a_site_follows_the_map_of_its_day() {
    for (path, on, site) in [
        ("VN/31/311/11521", "2017-01-01", Site::Commune),
        ("VN/31/11506", "2025-10-15", Site::WardOfCity),
        ("VN/31/11680", "2025-10-15", Site::CommuneOfCity),
        ("VN/31/11914", "2025-10-15", Site::ZoneOfCity),
        ("VN/31", "2025-10-15", Site::Wider),
        ("VN", "2025-10-15", Site::Wider),
    ] {
        assert_eq!(Site::of(&area(path), day(on)), site, "{path}");
    }
}

fn decree() -> Book {
    let mut rule = machinery("decree", "VN", ("2025-10-15", ""), 50, 1);
    rule.kinds = Vec::new();
    rule.content = Content::Eligibility(Eligibility {
        forms: vec![LegalForm::Enterprise, LegalForm::Household],
        forms_anywhere: vec![LegalForm::CleanerProducer],
        places: vec![Site::CommuneOfCity, Site::CommuneOfProvince],
        places_to_confirm: vec![Site::Commune],
        condition: "Xác định xã, phường hiện nay".to_owned(),
        craft_villages: true,
        trades: vec![Trade {
            name: "Cơ khí".to_owned(),
            words: vec!["co khi".to_owned(), "duc".to_owned()],
        }],
    });
    book(vec![rule])
}

#[test]
fn a_ward_of_a_city_qualifies_in_a_craft_village_only() {
    let judged = |form, path: &str, craft_village, trade: &str| {
        let who = Who {
            form,
            area: area(path),
            craft_village,
            trade: Some(trade.to_owned()),
        };
        let on = day("2025-10-15");
        let judged = judge(&decree(), &who, &key("machinery"), on, Level::Local);
        judged.expect("a rule").answer
    };
    let firm = Some(LegalForm::Enterprise);
    let (ward, commune) = ("VN/31/11506", "VN/31/11680");
    for (form, place, craft_village, trade, answer) in [
        (firm, commune, None, "đúc kim loại", Answer::Yes),
        (firm, ward, Some(true), "đúc kim loại", Answer::Yes),
        (firm, ward, Some(false), "đúc kim loại", Answer::No),
        (firm, ward, None, "đúc kim loại", Answer::Unknown),
        (
            firm,
            commune,
            None,
            "kinh doanh bất động sản",
            Answer::Unknown,
        ),
        (None, commune, None, "cơ khí", Answer::Unknown),
        (Some(LegalForm::Other), commune, None, "cơ khí", Answer::No),
        (
            Some(LegalForm::CleanerProducer),
            ward,
            Some(false),
            "cơ khí",
            Answer::Yes,
        ),
        (firm, "VN/31/311/11521", None, "cơ khí", Answer::Unknown),
    ] {
        assert_eq!(
            judged(form, place, craft_village, trade),
            answer,
            "{form:?} {place} {trade}"
        );
    }
}
