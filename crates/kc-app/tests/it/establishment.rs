//! Establishments: kept once, found without accents, seen and changed by those who may.

use kc_app::establishment::amend::amend;
use kc_app::establishment::record::{NewEstablishment, record};
use kc_app::establishment::{self, Filter, Order};
use kc_app::kernel::{Cx, Done, Failure, Window};
use kc_app::search;
use kc_domain::establishment::Likeness;
use kc_domain::identity::Role;
use kc_domain::kernel::id::EstablishmentId;
use kc_domain::place::area::AreaPath;
use kc_testkit::{Cast, Engine, HA_NOI, TestOffice};

const NAME: &str = "Công ty Cổ phần Thương mại cơ khí Hoàng Cường";
const ADDRESS: &str = "xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng";
const MY_DONG: &str = "VN/31/311/11521";

fn new(cast: &Cast, name: &str) -> NewEstablishment {
    let area = AreaPath::parse(MY_DONG).unwrap();
    NewEstablishment::named(name, ADDRESS, area, cast.centre)
}

fn keep(cx: &Cx<'_>, cast: &Cast) -> Done<EstablishmentId> {
    record(cx, new(cast, NAME), false)
}

fn count(cx: &Cx<'_>, words: &str) -> i64 {
    let filter = Filter {
        words: words.to_owned(),
        ..Filter::default()
    };
    let page = establishment::list(cx, &filter, Order::Name, Window::of_page(1, 50));
    page.map_or(-1, |page| page.total)
}

#[test]
fn v10_a_beneficiary_is_found_with_and_without_accents() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-06-01");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, &cast).unwrap();
        record(&officer, new(&cast, "Đúc đồng Hoàng Lan"), false).unwrap();
        for words in ["hoang cuong", "Hoàng Cường", "HOÀNG CƯỜNG", "cuong hoang"] {
            let hits = search::find(&officer, words).unwrap();
            let kept = hits.iter().filter(|hit| hit.word == "establishment");
            let titles: Vec<_> = kept.map(|hit| hit.title.as_str()).collect();
            assert_eq!(titles, [NAME], "{words}");
            assert_eq!(count(&officer, words), 1, "{words}");
        }
        let kept = establishment::show(&officer, id).unwrap();
        assert_eq!(kept.address_written, ADDRESS);
        assert_eq!((kept.workers, kept.surveyed_on), (None, None));
        assert!(establishment::supports(&officer, id).unwrap().is_empty());
    }
}

#[test]
fn v10_the_same_name_in_the_same_commune_is_offered_as_a_duplicate() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-06-01");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let first = keep(&officer, &cast).unwrap();
        let again = new(&cast, "CTCP thương mại cơ khí HOÀNG CƯỜNG");
        let offered = establishment::duplicates(&officer, &again.name, None, &again.area).unwrap();
        assert_eq!(offered.len(), 1);
        assert_eq!(offered[0].establishment.id, first);
        assert_eq!(offered[0].likeness, Likeness::NameAndCommune);

        let refused = record(&officer, again.clone(), false).unwrap_err();
        assert_eq!(refused.code(), "establishment.looks-alike");
        assert_eq!(
            count(&officer, ""),
            1,
            "nothing is kept without a confirmation"
        );
        record(&officer, again, true).unwrap();
        assert_eq!(count(&officer, ""), 2);
    }
}

#[test]
fn a_record_of_another_province_is_neither_offered_nor_shown() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let id = keep(&cast.person(Role::CentreOfficer).at(&office), &cast).unwrap();
        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        let mut theirs = new(&cast, NAME);
        theirs.organisation = cast.foreign_centre;
        let outside = record(&foreigner, theirs.clone(), false).unwrap_err();
        assert_eq!(outside.code(), "establishment.outside-area");
        theirs.area = AreaPath::parse(HA_NOI).unwrap();
        record(&foreigner, theirs, false).expect("nothing they may see looks alike");
        assert!(matches!(
            establishment::show(&foreigner, id),
            Err(Failure::NotFound)
        ));
        let changed = amend(&foreigner, id, 1, new(&cast, "Khác"));
        assert!(matches!(changed, Err(Failure::NotFound)));
        assert_eq!(search::find(&foreigner, "hoang cuong").unwrap().len(), 1);
    }
}

#[test]
fn each_role_reads_and_records_what_the_table_says() {
    use Role::*;
    let writers = [CentreOfficer, CentreHead, DepartmentOfficer, CommuneOfficer];
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let id = keep(&cast.person(CentreOfficer).at(&office), &cast).unwrap();
        for role in Role::ALL {
            let cx = cast.person(role).at(&office);
            let shown = establishment::show(&cx, id).is_ok();
            // Outsiders see their own records only, the administrator none at all.
            let outside = [SystemAdministrator, ServiceOrganisation, Firm];
            assert_eq!(shown, !outside.contains(&role), "{role:?} reads");
            let kept = record(&cx, new(&cast, &format!("Cơ sở của {role:?}")), false);
            assert_eq!(kept.is_ok(), writers.contains(&role), "{role:?} records");
            let foreigner = cast.foreigner(role).at(&office);
            let hidden = establishment::show(&foreigner, id);
            assert!(matches!(hidden, Err(Failure::NotFound)), "foreign {role:?}");
        }
        let officer = cast.person(CentreOfficer).at(&office);
        assert_eq!(count(&officer, "cơ sở của"), 4);
    }
}

#[test]
fn a_stale_edit_is_refused_and_changes_nothing() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, &cast).unwrap();
        let mut changed = new(&cast, NAME);
        changed.workers = Some(25);
        amend(&officer, id, 1, changed.clone()).unwrap();
        changed.workers = Some(30);
        let stale = amend(&officer, id, 1, changed).unwrap_err();
        assert!(matches!(stale, Failure::Stale));
        let kept = establishment::show(&officer, id).unwrap();
        assert_eq!((kept.workers, kept.version), (Some(25), 2));
    }
}

#[test]
fn a_firm_sees_its_own_record_and_no_other() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let mut own = new(&cast, NAME);
        own.party = Some(cast.firm);
        let own = record(&officer, own, false).unwrap();
        let other = record(&officer, new(&cast, "Đúc Kiền Bái"), false).unwrap();
        let firm = cast.person(Role::Firm).at(&office);
        assert!(establishment::show(&firm, own).is_ok());
        assert!(establishment::show(&firm, other).is_err());
        assert_eq!(count(&firm, ""), 1);
    }
}

/// Letters that no engine can shorten, as many as a form takes for a name.
fn long_name(letters: usize) -> String {
    let alphabet: Vec<char> = "aăâbcdđeêghiklmnoôơpqrstuưvxyấậẵểữỹợộ".chars().collect();
    let mut seed: usize = 1;
    let letter = |_| {
        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345) % 2_147_483_648;
        alphabet[seed / 65_536 % alphabet.len()]
    };
    (0..letters).map(letter).collect()
}

#[test]
fn the_longest_name_a_form_takes_is_kept_on_both_engines() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-06-01");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let name = long_name(500);
        let mut long = new(&cast, &name);
        long.owner_name = Some(name.clone());
        record(&officer, long, false).unwrap();
        assert_eq!(count(&officer, &name), 1);
    }
}
