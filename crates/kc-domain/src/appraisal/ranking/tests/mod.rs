//! What a ranking promises, as properties; and the cases it is known by.

mod properties;

use super::*;
use crate::kernel::text::Lang::Vi;
use proptest::prelude::*;

const PURSES: [&str; 3] = ["p1", "p2", "p3"];

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, number).unwrap()
}

/// A file without marks that asks so many millions of one purse.
fn file(code: &str, points: i64, millions: i64, purse: &str) -> File {
    File {
        code: code.into(),
        title: String::new(),
        points: Some(Points::whole(points)),
        is_flagship: false,
        marks: Vec::new(),
        experience: 0,
        registered_on: day(1),
        groups: Vec::new(),
        asks: vec![Ask {
            purse: purse.into(),
            amount: Dong(millions * 1_000_000),
        }],
    }
}

fn purse(code: &str, millions: i64) -> Purse {
    Purse {
        code: code.into(),
        name: code.to_uppercase(),
        available: Dong(millions * 1_000_000),
    }
}

fn winners(ranking: &Ranking) -> Vec<&str> {
    let mut codes: Vec<_> = ranking.winners().map(|won| &*won.code).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn leapfrog_may_lose_a_winner_to_more_money_and_the_others_may_not() {
    let files = [file("A", 90, 120, "p1"), file("B", 80, 90, "p1")];
    let won = |fill, millions| {
        let rules = Rules {
            fill,
            ..Rules::over(Points::whole(70))
        };
        let ranking = rank(&files, &[purse("p1", millions)], &rules);
        winners(&ranking).join(" ")
    };
    assert_eq!(
        (won(Fill::Leapfrog, 100), won(Fill::Leapfrog, 120)),
        ("B".into(), "A".into())
    );
    assert_eq!(
        (won(Fill::StopAll, 100), won(Fill::StopAll, 120)),
        (String::new(), "A".into())
    );
    assert!(Fill::StopAll.is_monotone() && Fill::StopPurse.is_monotone());
    assert!(!Fill::Leapfrog.is_monotone());
}

#[test]
fn the_line_stops_for_all_or_for_the_purses_asked() {
    let files = [
        file("A", 90, 60, "p1"),
        file("B", 85, 60, "p1"),
        file("C", 80, 50, "p2"),
        file("D", 75, 10, "p1"),
    ];
    let purses = [purse("p1", 100), purse("p2", 100)];
    let won = |fill| {
        let rules = Rules {
            fill,
            ..Rules::over(Points::whole(70))
        };
        winners(&rank(&files, &purses, &rules)).join(" ")
    };
    assert_eq!(won(Fill::StopAll), "A");
    assert_eq!(won(Fill::StopPurse), "A C");
    assert_eq!(won(Fill::Leapfrog), "A C D");
}

#[test]
fn a_file_behind_the_stop_shuts_its_other_purses_too() {
    let mut files = vec![
        file("A", 95, 60, "p1"),
        file("B", 90, 60, "p1"),
        file("C", 85, 10, "p1"),
        file("D", 80, 60, "p2"),
    ];
    files[2].asks.push(Ask {
        purse: "p2".into(),
        amount: Dong(50_000_000),
    });
    let rules = Rules {
        fill: Fill::StopPurse,
        ..Rules::over(Points::whole(70))
    };
    let won = |millions| {
        let purses = [purse("p1", millions), purse("p2", 100)];
        winners(&rank(&files, &purses, &rules)).join(" ")
    };
    // Were D let in at 100, the money that lets C in at 130 would take it out again.
    assert_eq!((&*won(100), &*won(130)), ("A", "A B C"));
}

#[test]
fn each_outcome_is_one_sentence_with_its_figures() {
    let mut files = vec![
        file("A", 90, 650, "p1"),
        file("B", 85, 300, "p1"),
        file("C", 80, 100, "p1"),
        file("D", 60, 100, "p1"),
    ];
    files[1].points = Some(Points(8250));
    files.push(File {
        points: None,
        ..file("E", 0, 1, "p1")
    });
    files.push(File {
        asks: Vec::new(),
        ..file("F", 75, 1, "p1")
    });
    let rules = Rules {
        reserve: 1,
        ..Rules::over(Points::whole(70))
    };
    let ranking = rank(&files, &[purse("p1", 900)], &rules);
    let said: Vec<_> = ranking.outcomes.iter().map(|o| o.say(&rules, Vi)).collect();
    assert_eq!(
        said,
        [
            "Xếp thứ 1, 90 điểm; xin 650 triệu đồng từ nguồn P1, còn 900 triệu đồng: đủ, được xếp hỗ trợ.",
            "Xếp thứ 2, 82,5 điểm; xin 300 triệu đồng từ nguồn P1, còn 250 triệu đồng: không đủ, dừng tại đây; dự phòng thứ 1.",
            "Xếp thứ 3, 80 điểm; xin 100 triệu đồng từ nguồn P1, còn 250 triệu đồng: không xét nữa vì đã dừng ở đề án B.",
            "60 điểm: dưới ngưỡng 70 điểm, không xếp hạng.",
            "Chưa có điểm hợp lệ: không xếp hạng.",
            "75 điểm: chưa có số kinh phí đề nghị, không xếp hạng.",
        ]
    );
}

#[test]
fn reducing_to_fit_gives_a_share_cut_off_and_stops() {
    let files = [
        file("A", 90, 60, "p1"),
        file("B", 85, 60, "p1"),
        file("C", 80, 1, "p1"),
    ];
    let with = |reduce_from| {
        let rules = Rules {
            reduce_from,
            ..Rules::over(Points::whole(70))
        };
        let ranking = rank(&files, &[purse("p1", 100)], &rules);
        let second = ranking.outcomes[1].clone();
        (
            second.draws[0].granted,
            winners(&ranking).join(" "),
            second.say(&rules, Vi),
        )
    };
    let (granted, won, said) = with(Some(5000));
    assert_eq!((granted, &*won), (Dong(39_996_000), "A B"));
    assert!(
        said.ends_with("không đủ, giảm còn 40 triệu đồng (66,66 %) rồi dừng tại đây."),
        "{said}"
    );
    let (granted, won, _) = with(Some(7000));
    assert_eq!((granted, &*won), (Dong::ZERO, "A"));
}

#[test]
fn a_floor_takes_the_best_of_its_group_to_the_front() {
    let mut files = vec![
        file("A", 90, 60, "p1"),
        file("B", 85, 60, "p1"),
        file("C", 80, 50, "p1"),
        file("D", 75, 50, "p1"),
    ];
    files[2].groups = vec!["area:VB".into()];
    files[3].groups = vec!["area:VB".into()];
    let floor = Floor {
        group: "area:VB".into(),
        label: "ít nhất 1 đề án ở Vĩnh Bảo".into(),
        at_least: 1,
    };
    let rules = Rules {
        floors: vec![floor],
        ..Rules::over(Points::whole(70))
    };
    let ranking = rank(&files, &[purse("p1", 120)], &rules);
    assert_eq!(winners(&ranking), ["A", "C"]);
    assert_eq!(ranking.floors, [1]);
    assert_eq!(
        ranking.outcomes[2].place,
        Some(3),
        "the place by the keys stays"
    );
    let said = ranking.outcomes[2].say(&rules, Vi);
    assert!(
        said.contains("theo sàn “ít nhất 1 đề án ở Vĩnh Bảo”"),
        "{said}"
    );
}

#[test]
fn v18_the_order_by_priority_marks_is_a_then_c_and_d_then_b() {
    let with = |code: &str, marks: &[&str]| File {
        marks: marks.iter().map(|mark| (*mark).to_owned()).collect(),
        ..file(code, 80, 100, "p1")
    };
    let mut files = vec![
        with("a", &["A", "E", "F"]),
        with("b", &["E"]),
        with("c", &["A", "E"]),
        with("d", &["A", "E"]),
    ];
    files[1].points = Some(Points::whole(99));
    let rules = Rules::over(Points::whole(70));
    let ranking = rank(&files, &[purse("p1", 1000)], &rules);
    let order: Vec<_> = ranking.outcomes.iter().map(|o| &*o.code).collect();
    assert_eq!(order, ["a", "c", "d", "b"]);
}

#[test]
fn equal_marks_are_told_apart_by_points_experience_day_and_code() {
    let mut files = vec![
        file("d", 80, 1, "p1"),
        file("c", 80, 1, "p1"),
        file("b", 80, 1, "p1"),
        file("a", 80, 1, "p1"),
        file("e", 81, 1, "p1"),
    ];
    files[0].experience = 2;
    files[1].registered_on = day(2);
    files[2].registered_on = day(2);
    let rules = Rules::over(Points::whole(70));
    let ranking = rank(&files, &[purse("p1", 9)], &rules);
    let order: Vec<_> = ranking.outcomes.iter().map(|o| &*o.code).collect();
    assert_eq!(order, ["e", "d", "a", "b", "c"]);
}

#[test]
fn thirty_files_are_compared_with_the_optimum_and_more_are_not() {
    let files: Vec<_> = (0..31)
        .map(|n| {
            file(
                &format!("DA-{n:02}"),
                70 + n * 7 % 30,
                30 + n * 11 % 90,
                PURSES[usize::try_from(n % 3).unwrap()],
            )
        })
        .collect();
    let purses = [purse("p1", 300), purse("p2", 250), purse("p3", 200)];
    let rules = Rules::over(Points::whole(70));
    assert!(best(&files[..30], &purses, &rules).is_some());
    assert!(best(&files, &purses, &rules).is_none());
}
