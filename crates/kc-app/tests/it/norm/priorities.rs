//! The order of a year by priorities: V17 and V18 through the use cases.

use super::*;

#[test]
fn v17_attaching_the_missing_papers_moves_a_project_into_the_list() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2022-06-15");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let plan = record_plan(&centre, new_plan(&cast, 2023)).unwrap();
        for (fact, paper, reason) in [
            (
                "own-made-machine",
                "recognition",
                "thiếu văn bản công nhận của cơ quan quản lý",
            ),
            (
                "resource-efficiency",
                "cleaner-production-report",
                "đủ điều kiện, không ưu tiên: thiếu báo cáo đánh giá nhanh SXSH",
            ),
        ] {
            let new = NewProject {
                plan: Some(plan),
                level: Some(Level::National),
                ..new_project("Máy tự chế", HAI_PHONG, cast.centre)
            };
            let held = show(&centre, propose(&centre, new).unwrap()).unwrap();
            tell(&centre, &facts(held.id, "machinery", &[(fact, None)])).unwrap();
            let worth = see_project(&centre, &held).unwrap().worth;
            assert_eq!(
                (worth.is_priority(), worth.reasons()),
                (false, vec![reason.to_owned()])
            );

            let both = facts(held.id, "machinery", &[(fact, None), (paper, None)]);
            tell(&centre, &Told { version: 1, ..both }).unwrap();
            let worth = see_project(&centre, &held).unwrap().worth;
            assert_eq!((worth.is_priority(), worth.reasons()), (true, Vec::new()));
        }
    }
}

#[test]
fn v18_a_household_with_an_ocop_product_earns_two_marks_and_a_cooperative_three() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2022-05-17");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let plan = record_plan(&centre, new_plan(&cast, 2023)).unwrap();
        for (name, form, until, marks, reasons) in [
            (
                "HTX Hải sản",
                LegalForm::Cooperative,
                "2024-12-31",
                "AEF",
                vec![],
            ),
            (
                "Hộ Bảy",
                LegalForm::Household,
                "2024-12-31",
                "AE",
                vec!["chỉ áp dụng DN, HTX"],
            ),
            (
                "TNHH Hải Sản",
                LegalForm::Enterprise,
                "2022-04-30",
                "AE",
                vec!["giấy công nhận OCOP hết hạn"],
            ),
        ] {
            let new = NewProject {
                plan: Some(plan),
                level: Some(Level::Local),
                establishment: Some(firm(&centre, &cast, name, form)),
                ..new_project(name, HAI_PHONG, cast.centre)
            };
            let held = show(&centre, propose(&centre, new).unwrap()).unwrap();
            let told = [("agro-forestry-fishery", None), ("ocop", Some(until))];
            tell(&centre, &facts(held.id, "machinery", &told)).unwrap();
            let worth = see_project(&centre, &held).unwrap().worth;
            assert_eq!(
                (worth.marks().join("").as_str(), worth.reasons()),
                (marks, reasons.iter().map(ToString::to_string).collect())
            );
        }
    }
}
