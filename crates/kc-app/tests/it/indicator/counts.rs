//! What is counted from the records: lines, field work, learners.

use super::*;

#[test]
fn v15_lines_are_put_into_groups_and_the_open_ones_are_named() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let mut new = new_plan(&cast, 2023);
        new.catalogue = "BRVT-2023".to_owned();
        let plan = plan::record::record(&officer, new).unwrap();
        let groups = [
            Some("3"),
            None,
            None,
            Some("1"),
            Some("2"),
            Some("4"),
            Some("5"),
            Some("5"),
            Some("4"),
            Some("4"),
        ];
        for (number, group) in (1..).zip(groups) {
            let title = format!("Nội dung {number}");
            let mut line = new_project(&title, HAI_PHONG, cast.centre);
            line.kind = ProjectKind::Task;
            line.plan = Some(plan);
            line.content_group = group.map(str::to_owned);
            project::propose::propose(&officer, line).unwrap();
        }
        let grouped = plan_lines(&officer, plan).unwrap();
        let counts: Vec<_> = grouped.groups.iter().map(|g| g.titles.len()).collect();
        assert_eq!(counts, [1, 1, 1, 3, 2]);
        assert_eq!((grouped.open.len(), grouped.total()), (2, 10));
        let note = grouped.open_note().unwrap().vi;
        assert_eq!(note, "2 nội dung chưa phân nhóm: Nội dung 2; Nội dung 3");

        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        let hidden = plan_lines(&foreigner, plan);
        assert!(matches!(hidden, Err(Failure::NotFound)));
    }
}

#[test]
fn v20_field_work_is_said_in_one_sentence_with_its_warning() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let frame = a_plan(&officer, &cast, 2020);
        let rows = [
            ("Khảo sát", Some(Counts::Surveys), Some("46 cuộc khảo sát")),
            (
                "Kiểm tra",
                Some(Counts::Inspections),
                Some("30 cuộc kiểm tra"),
            ),
            (
                "Nghiệm thu",
                Some(Counts::Acceptances),
                Some("16 cuộc nghiệm thu"),
            ),
        ];
        report(&officer, frame, &rows, "31/12/2020");
        let on = day("24/2/2021");
        assert_eq!(overview(&officer, frame, on).unwrap().field_work, None);
        let firms = [("Thụ hưởng", Some(Counts::Beneficiaries), Some("14 cơ sở"))];
        report(&officer, frame, &firms, "31/12/2020");
        let work = overview(&officer, frame, on)
            .unwrap()
            .field_work
            .unwrap()
            .work();
        assert_eq!(work.visits(), 92);
        assert_eq!(
            work.sentence().vi,
            "46 cuộc khảo sát, thẩm tra lựa chọn đơn vị thụ hưởng đề án khuyến công, 30 cuộc kiểm \
             tra việc triển khai thực hiện đề án khuyến công, 16 cuộc nghiệm thu đề án khuyến công"
        );
        let warning = work.warning().unwrap().vi;
        assert!(warning.starts_with("16 nghiệm thu > 14 cơ sở"));
    }
}

#[test]
fn v21_learners_of_uncounted_classes_are_missing_not_none() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let frame = a_plan(&officer, &cast, 2020);
        let rows = [
            ("Tập huấn phối hợp", Some(Counts::Classes), Some("10 lớp")),
            ("Tập huấn phối hợp", Some(Counts::Learners), None),
            (
                "Tập huấn phối hợp",
                Some(Counts::Partners),
                Some("11 đơn vị"),
            ),
            ("Tập huấn chính sách", Some(Counts::Classes), Some("6 lớp")),
            (
                "Tập huấn chính sách",
                Some(Counts::Learners),
                Some("600 cán bộ"),
            ),
        ];
        report(&officer, frame, &rows, "31/12/2020");
        let found = overview(&officer, frame, day("24/2/2021")).unwrap();
        assert_eq!(found.learners.classes, 16);
        assert_eq!(found.learners.total(), None);
        assert_eq!(found.learners.text().vi, "600 (còn thiếu số liệu 10 lớp)");
        let [joint, policy] = <[_; 2]>::try_from(found.training).unwrap();
        assert_eq!(joint.as_classes().unwrap().learners_each(), None);
        let each = policy.as_classes().unwrap().learners_each().unwrap();
        assert_eq!(each.comma(), "100,00");
        let note = partners_note(joint.partners.unwrap(), joint.classes.unwrap());
        assert_eq!(note.unwrap().vi, "11 đơn vị phối hợp, 10 lớp");
    }
}
