//! Who may be supported, from the decree of 2025 on.

use super::*;

#[test]
fn the_decree_of_2025_changes_who_may_be_supported_on_its_day() {
    use Answer::{No, Unknown, Yes};
    use LegalForm::{Artisan, Cooperative, CooperativeUnion, Enterprise, Other};
    let judged = |form, path: &str, craft_village, on: &str| {
        let who = Who {
            form: Some(form),
            area: area(path),
            craft_village,
            trade: Some("đúc kim loại".to_owned()),
        };
        let judged = judge(reference(), &who, &key("machinery"), day(on), Level::Local);
        judged.unwrap().answer
    };
    let (commune, ward) = ("VN/31/11680", "VN/31/11506");
    for (form, path, craft_village, before, after) in [
        (Enterprise, commune, None, Yes, Yes),
        (Cooperative, commune, None, Yes, Yes),
        (CooperativeUnion, commune, None, No, Yes),
        (Enterprise, ward, Some(true), Unknown, Yes),
        (Enterprise, ward, Some(false), Unknown, No),
        (Artisan, ward, Some(false), No, Yes),
        (Other, commune, None, No, No),
    ] {
        assert_eq!(
            judged(form, path, craft_village, "2025-10-14"),
            before,
            "{form:?} {path}"
        );
        assert_eq!(
            judged(form, path, craft_village, "2025-10-15"),
            after,
            "{form:?} {path}"
        );
    }
}

#[test]
fn a_rule_without_support_from_the_text_of_the_law_says_so() {
    for norm in &reference().norms {
        assert!(!norm.source.is_empty(), "{}", norm.path());
        assert!(!norm.citation.instrument.is_empty(), "{}", norm.path());
        if let Content::Ceiling(ceiling) = &norm.content {
            let is_read = norm.standing != Standing::Unread;
            assert_eq!(ceiling.is_bounded(), is_read, "{}", norm.path());
        }
    }
}
