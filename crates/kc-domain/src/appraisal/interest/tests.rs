//! Who must stay away, however a tie is written.

use super::*;

fn judge(ties: &[(TieKind, &str)]) -> Judge {
    let tie = |(kind, written): &(TieKind, &str)| Tie {
        kind: *kind,
        written: (*written).to_owned(),
    };
    Judge {
        person: UserId([1; 16]),
        name: "Vương Đình Ân".into(),
        organisation: Some(OrganisationId([5; 16])),
        ties: ties.iter().map(tie).collect(),
    }
}

fn parties() -> Parties {
    Parties {
        proposed_by: Some(UserId([2; 16])),
        organisations: vec![OrganisationId([6; 16])],
        organisation_names: vec!["Công ty Tư vấn Cửa Biển".into()],
        establishment: Some("Công ty Cổ phần cơ khí Hoàng Cường".into()),
        tax_number: Some("0200123456".into()),
        owner: Some("Ngô Văn Cường".into()),
        addresses: vec!["thôn 3, xã Mỹ Đồng, huyện Thủy Nguyên".into()],
    }
}

#[test]
fn ties_are_found_however_they_are_written() {
    use TieKind::{Address, Establishment, Person, Unit};
    let table = [
        (
            Establishment,
            "CTCP Cơ khí Hoàng Cường",
            Some(GroundKind::Establishment),
        ),
        (
            Establishment,
            "MST 0200 123 456",
            Some(GroundKind::Establishment),
        ),
        (Establishment, "HTX Hoàng Cường", None),
        (
            Establishment,
            "TNHH Thương mại cơ khí Hoàng Cường Hải Phòng",
            Some(GroundKind::Establishment),
        ),
        (Establishment, "Cơ khí Hoàng Long", None),
        (Establishment, "0200123457", None),
        (Person, "ngô văn cường", Some(GroundKind::Person)),
        (Person, "Ngô Văn", None),
        (Address, "Mỹ Đồng, Thủy Nguyên", Some(GroundKind::Address)),
        (Address, "Nguyên", None),
        (Address, "xã Kiền Bái, huyện Thủy Nguyên", None),
        (Unit, "Tư vấn Cửa Biển", Some(GroundKind::Unit)),
        (Unit, "Tư vấn Cửa Sông", None),
    ];
    for (kind, written, wanted) in table {
        let found = ground(&judge(&[(kind, written)]), &parties());
        assert_eq!(found.map(|ground| ground.kind), wanted, "{written}");
    }
}

#[test]
fn proposer_employer_and_owner_stay_away_without_any_declaration() {
    let kind = |judge: &Judge, parties: &Parties| ground(judge, parties).map(|g| g.kind);
    assert_eq!(kind(&judge(&[]), &parties()), None);
    let own = Parties {
        proposed_by: Some(UserId([1; 16])),
        ..parties()
    };
    assert_eq!(kind(&judge(&[]), &own), Some(GroundKind::Proposer));
    let unit = Parties {
        organisations: vec![OrganisationId([5; 16])],
        ..parties()
    };
    assert_eq!(kind(&judge(&[]), &unit), Some(GroundKind::Employer));
    let owner = Parties {
        owner: Some("VƯƠNG ĐÌNH ÂN".into()),
        ..parties()
    };
    assert_eq!(kind(&judge(&[]), &owner), Some(GroundKind::Owner));
}

#[test]
fn an_empty_tie_meets_nothing() {
    for kind in TieKind::ALL {
        let blank = Parties {
            establishment: Some(String::new()),
            tax_number: Some(String::new()),
            addresses: vec![String::new()],
            ..Parties::default()
        };
        let judge = judge(&[(kind, "  ")]);
        let found = ground(
            &judge,
            &Parties {
                establishment: None,
                ..blank
            },
        );
        assert_eq!(found, None, "{kind:?}");
    }
}
