//! What holds for any files, purses and rules.

use super::*;

fn any_file(number: usize) -> impl Strategy<Value = File> {
    let points = prop::option::weighted(0.95, 5000_i64..10_000);
    let asks = prop::collection::vec((0_usize..3, 1_i64..400), 1..3);
    let rest = (any::<bool>(), 0_usize..3, 0_i64..3, 1_u32..4, 0_usize..3);
    (points, asks, rest).prop_map(move |(points, asks, rest)| {
        let (is_flagship, marks, experience, registered, group) = rest;
        File {
            code: format!("DA-{number:02}"),
            title: String::new(),
            points: points.map(Points),
            is_flagship,
            marks: vec!["A".to_owned(); marks],
            experience,
            registered_on: day(registered),
            groups: vec![format!("g{group}")],
            asks: asks
                .into_iter()
                .map(|(purse, amount)| Ask {
                    purse: PURSES[purse].into(),
                    amount: Dong(amount),
                })
                .collect(),
        }
    })
}

fn any_files() -> impl Strategy<Value = Vec<File>> {
    (1_usize..12).prop_flat_map(|count| (0..count).map(any_file).collect::<Vec<_>>())
}

fn any_purses() -> impl Strategy<Value = Vec<Purse>> {
    prop::collection::vec(0_i64..1500, 3).prop_map(|amounts| {
        let pairs = PURSES.into_iter().zip(amounts);
        pairs
            .map(|(code, amount)| Purse {
                code: code.into(),
                name: code.into(),
                available: Dong(amount),
            })
            .collect()
    })
}

fn any_rules_with(fill: impl Strategy<Value = Fill>) -> impl Strategy<Value = Rules> {
    let floors = prop::collection::vec((0_usize..3, 0_usize..3), 0..3);
    let reduce = prop::option::of(1_i64..=WHOLE);
    let keys = prop_oneof![Just(Key::USUAL), Just(Key::POINTS_FIRST)];
    let parts = (5000_i64..8000, floors, keys, fill, reduce, 0_usize..3);
    parts.prop_map(
        |(threshold, floors, keys, fill, reduce_from, reserve)| Rules {
            threshold: Points(threshold),
            floors: floors
                .into_iter()
                .map(|(group, at_least)| Floor {
                    group: format!("g{group}"),
                    label: format!("g{group}"),
                    at_least,
                })
                .collect(),
            keys: keys.to_vec(),
            fill,
            reduce_from,
            reserve,
        },
    )
}

fn any_rules() -> impl Strategy<Value = Rules> {
    any_rules_with(prop::sample::select(Fill::ALL.to_vec()))
}

/// The ways of filling that keep every promise.
fn monotone_rules() -> impl Strategy<Value = Rules> {
    any_rules_with(prop_oneof![Just(Fill::StopAll), Just(Fill::StopPurse)])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_purse_is_ever_overdrawn(files in any_files(), purses in any_purses(), rules in any_rules()) {
        let ranking = rank(&files, &purses, &rules);
        for purse in &purses {
            let draws = ranking.outcomes.iter().flat_map(|o| &o.draws);
            let given: Dong = draws.filter(|d| d.purse == purse.code).map(|d| d.granted).sum();
            prop_assert!(given <= purse.available);
            prop_assert_eq!(ranking.left[&purse.code], purse.available.minus(given));
        }
    }

    #[test]
    fn the_order_of_the_input_is_of_no_account(
        (files, shuffled) in any_files().prop_flat_map(|files| {
            (Just(files.clone()), Just(files).prop_shuffle())
        }),
        purses in any_purses(),
        rules in any_rules(),
    ) {
        let ranking = rank(&files, &purses, &rules);
        prop_assert_eq!(&ranking, &rank(&shuffled, &purses, &rules));
        let backwards: Vec<_> = purses.iter().rev().cloned().collect();
        prop_assert_eq!(&ranking, &rank(&files, &backwards, &rules));
        prop_assert_eq!(&ranking, &rank(&files, &purses, &rules), "same inputs, same result");
    }

    #[test]
    fn a_higher_score_never_drops_a_file(
        files in any_files(),
        purses in any_purses(),
        rules in any_rules(),
        which in any::<prop::sample::Index>(),
        more in 1_i64..3000,
    ) {
        let at = which.index(files.len());
        let before = rank(&files, &purses, &rules);
        let mut raised = files.clone();
        raised[at].points = raised[at].points.map(|points| Points(points.0 + more));
        let after = rank(&raised, &purses, &rules);
        let code = &files[at].code;
        let won = |ranking: &Ranking| ranking.winners().any(|o| o.code == *code);
        prop_assert!(!won(&before) || won(&after));
        let given = |ranking: &Ranking| -> Dong {
            let mine = ranking.outcomes.iter().filter(|o| o.code == *code);
            mine.flat_map(|o| &o.draws).map(|draw| draw.granted).sum()
        };
        prop_assert!(given(&after) >= given(&before), "nor takes money from it");
    }

    #[test]
    fn more_money_never_removes_a_winner(
        files in any_files(),
        purses in any_purses(),
        rules in monotone_rules(),
        more in prop::collection::vec(0_i64..800, 3),
    ) {
        let before = rank(&files, &purses, &rules);
        let mut richer = purses.clone();
        for (purse, more) in richer.iter_mut().zip(more) {
            purse.available = purse.available.plus(Dong(more));
        }
        let after = rank(&files, &richer, &rules);
        for won in before.winners() {
            let again = after.winners().find(|o| o.code == won.code);
            prop_assert!(again.is_some(), "{} lost", won.code);
            let given = |o: &Outcome| o.draws.iter().map(|d| d.granted).sum::<Dong>();
            prop_assert!(again.is_some_and(|again| given(again) >= given(won)));
        }
    }

    #[test]
    fn the_optimum_is_that_of_trying_everything(files in any_files(), purses in any_purses()) {
        let rules = Rules::over(Points(6000));
        let found = best(&files, &purses, &rules).unwrap();
        let mut most = 0;
        for mask in 0_u32..(1 << files.len()) {
            let chosen: Vec<_> = files
                .iter()
                .enumerate()
                .filter(|(at, file)| mask >> at & 1 == 1 && file.points >= Some(Points(6000)))
                .map(|(_, file)| file)
                .collect();
            let fits = purses.iter().all(|purse| {
                let asks = chosen.iter().flat_map(|file| &file.asks);
                let of_purse = asks.filter(|ask| ask.purse == purse.code);
                of_purse.map(|ask| ask.amount).sum::<Dong>() <= purse.available
            });
            let points: Points = chosen.iter().filter_map(|file| file.points).sum();
            most = if fits { points.0.max(most) } else { most };
        }
        prop_assert_eq!(found.points.0, most);
        let line = rank(&files, &purses, &rules);
        let of_line: Points = line.winners().filter_map(|won| won.points).sum();
        prop_assert!(of_line <= found.points);
    }
}
