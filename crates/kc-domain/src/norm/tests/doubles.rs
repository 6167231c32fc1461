//! The same support twice, and the sum of one firm.

use super::*;
use crate::kernel::id::ProjectId;

fn support(code: &str, firm: &str, kind: &str) -> Support {
    let number = code.bytes().next().unwrap_or_default();
    Support {
        project: ProjectId([number; 16]),
        code: code.to_owned(),
        title: String::new(),
        kind: Key::parse(kind),
        firm: firm.to_owned(),
        owner: String::new(),
        address: String::new(),
        machines: Vec::new(),
        amount: Some(Dong(200)),
    }
}

#[test]
fn the_same_content_firm_owner_address_or_machine_twice_is_named() {
    let machine = Support::machine_key("Máy phay CNC", Some("VMC-850"));
    let this = Support {
        owner: "ngo van cuong".into(),
        address: "my dong thuy nguyen".into(),
        machines: machine.clone().into_iter().collect(),
        ..support("A", "mst 0200123456", "machinery")
    };
    let table = [
        (
            support("B", "mst 0200123456", "machinery"),
            vec![Sameness::Content],
        ),
        (
            support("C", "mst 0200123456", "trademark"),
            vec![Sameness::Firm],
        ),
        (
            Support {
                owner: "ngo van cuong".into(),
                ..support("D", "khac", "")
            },
            vec![Sameness::Owner],
        ),
        (
            Support {
                address: "my dong thuy nguyen".into(),
                ..support("E", "khac", "")
            },
            vec![Sameness::Address],
        ),
        (
            Support {
                machines: machine.into_iter().collect(),
                ..support("F", "khac", "")
            },
            vec![Sameness::Machine],
        ),
    ];
    for (other, same) in table {
        let found = doubles(&this, &[this.clone(), other]);
        assert_eq!(found.first().map(|double| double.same.clone()), Some(same));
        assert_eq!(found.len(), 1);
    }
    assert!(doubles(&this, &[this.clone(), support("G", "khac", "machinery")]).is_empty());
    let nobody = support("", "", "");
    assert!(doubles(&nobody, &[support("H", "", "")]).is_empty());
    assert_eq!(Support::machine_key("Máy phay", None), None);
}

#[test]
fn the_sum_for_a_firm_counts_the_same_content_and_nothing_else() {
    let this = support("A", "mst 1", "machinery");
    let others = [
        this.clone(),
        support("B", "mst 1", "machinery"),
        support("C", "mst 1", "trademark"),
        support("D", "mst 2", "machinery"),
    ];
    assert_eq!(sum_for_firm(&this, &others), Some(Dong(400)));
}
