//! What a search asks of a database.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::*;

#[test]
fn what_stands_for_other_characters_stands_for_itself() {
    assert_eq!(containing(r"Cart_100%\"), r"%cart\_100\%\\%");
}

#[test]
fn every_value_is_a_parameter() {
    let filter = SessionFilter {
        user_id: Some("'; drop table sessions; --".to_owned()),
        url: Some("' or 1 = 1".to_owned()),
        from_ms: Some(1),
        troubles: vec![Trouble::Errors],
        ..SessionFilter::default()
    };
    let [found, end] = search(&filter, None, 10);
    for Statement { sql, parameters } in [&found, &end] {
        assert!(!sql.contains("drop") && !sql.contains("1 = 1"), "{sql}");
        assert!(sql.contains(IN_TROUBLE), "{sql}");
        for number in 1..=parameters.len() {
            assert!(sql.contains(&format!("?{number}")), "{sql}");
        }
    }
}

/// What SQLite does for a statement, step by step.
fn plan(database: &Connection, statement: &Statement) -> Vec<String> {
    let sql = format!("explain query plan {}", statement.sql);
    let mut steps = database.prepare(&sql).unwrap();
    let parameters = statement
        .parameters
        .iter()
        .map(|parameter| match parameter {
            Parameter::Integer(number) => Value::from(number.map(u64::cast_signed)),
            Parameter::Text(text) => Value::from(text.clone()),
        });
    let steps = steps
        .query_map(params_from_iter(parameters), |row| row.get("detail"))
        .unwrap();
    steps.collect::<Result<_, _>>().unwrap()
}

#[test]
fn no_search_reads_or_sorts_the_whole_table() {
    let database = Connection::open_in_memory().unwrap();
    database
        .execute_batch(include_str!("../../../../migrations/sqlite/0001_index.sql"))
        .unwrap();
    let before = SessionPosition {
        started_at_ms: 5,
        id: "s".to_owned(),
        project_id: "demo".to_owned(),
    };
    let anything = SessionFilter::default();
    let in_trouble = SessionFilter {
        troubles: vec![Trouble::Errors],
        ..SessionFilter::default()
    };
    let of_a_time = SessionFilter {
        from_ms: Some(1),
        to_ms: Some(9),
        country: Some("NZ".to_owned()),
        url: Some("cart".to_owned()),
        ..SessionFilter::default()
    };
    let of_a_user = SessionFilter {
        user_id: Some("ada".to_owned()),
        ..of_a_time.clone()
    };
    for (filter, index) in [
        (anything, "sessions_newest_first"),
        (in_trouble, "sessions_in_trouble"),
        (of_a_time, "sessions_newest_first"),
        (of_a_user, "sessions_of_users"),
    ] {
        for before in [None, Some(&before)] {
            for statement in search(&filter, before, 10) {
                let plan = plan(&database, &statement);
                let reads: Vec<_> = plan
                    .iter()
                    .filter(|step| step.contains(" sessions"))
                    .collect();
                assert!(
                    !reads.is_empty() && reads.iter().all(|step| step.contains(index)),
                    "{filter:?}: {plan:?}"
                );
                let sorts = plan.iter().any(|step| step.contains("TEMP B-TREE"));
                assert!(!sorts || index == "sessions_of_users", "{plan:?}");
            }
        }
    }
}
