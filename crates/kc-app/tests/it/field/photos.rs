//! Photos: kept with place and time, opened only beside their visit.

use super::{firm, inspection, running};
use kc_app::kernel::Failure;
use kc_app::monitoring::photo::{NewPhoto, add, open};
use kc_app::monitoring::{self, inspect};
use kc_domain::identity::Role;
use kc_domain::monitoring::{Spot, taken_at};
use kc_testkit::{Cast, Engine, TestOffice};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nminh hoa";

fn new() -> NewPhoto {
    NewPhoto {
        caption: "Máy đã lắp tại xưởng 2".into(),
        taken_at: taken_at("15/6/2026 9:30"),
        place_written: Some("xã Mỹ Đồng".into()),
        spot: Spot::parse("20,9281; 106,6753"),
    }
}

#[test]
fn a_photo_is_kept_with_its_place_and_opened_beside_its_visit() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        let visit = inspect::record(&centre, id, inspection("15/6/2026")).unwrap();
        let other = inspect::record(&centre, id, inspection("16/6/2026")).unwrap();
        let file = add(&centre, visit, ("xuong.png", PNG), new()).unwrap();
        let kept = &monitoring::see(&centre, visit).unwrap().photos[0];
        assert_eq!(kept.taken_at.unwrap().show(), "15/06/2026 09:30");
        assert_eq!(kept.spot.as_ref().unwrap().as_str(), "20,9281; 106,6753");
        let (name, kind, bytes) = open(&centre, visit, file).unwrap();
        assert_eq!(
            (name.as_str(), kind.media_type()),
            ("xuong.png", "image/png")
        );
        assert_eq!(bytes, PNG);
        assert!(matches!(open(&centre, other, file), Err(Failure::NotFound)));

        let paper = add(&centre, visit, ("a.pdf", b"%PDF-1.7"), new()).unwrap_err();
        assert_eq!(paper.code(), "monitoring.no-photo");
        let masked = add(&centre, visit, ("a.png", b"%PDF-1.7"), new()).unwrap_err();
        assert_eq!(masked.code(), "document.file-differs");
        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        assert!(matches!(
            open(&foreigner, visit, file),
            Err(Failure::NotFound)
        ));
        let auditor = cast.person(Role::Auditor).at(&office);
        let denied = add(&auditor, visit, ("xuong.png", PNG), new());
        assert!(matches!(denied, Err(Failure::Denied(_))));
        assert_eq!(monitoring::see(&centre, visit).unwrap().photos.len(), 1);
    }
}
