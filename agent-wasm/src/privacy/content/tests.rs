use wire_format::record::{BodyExtent, Record, RequestSide};

use super::*;

fn masked(level: Level, headers: &[(&'static str, &'static str)], body: &str) -> (String, String) {
    let privacy = Privacy {
        level,
        hidden_fields: vec!["nickname".to_owned()],
        ..Privacy::default()
    };
    let header = |&(name, value): &(&'static str, &'static str)| RequestHeader {
        name: name.into(),
        value: value.into(),
    };
    let mut record = Record::RequestContent(RequestContent {
        request: 1,
        side: RequestSide::Answer,
        headers: headers.iter().map(header).collect(),
        extent: BodyExtent::Whole,
        body: body.into(),
    });
    assert!(privacy.mask_record(&wire_format::mirror::Mirror::default(), &mut record));
    let Record::RequestContent(content) = record else {
        panic!("another record");
    };
    let values: Vec<&str> = content
        .headers
        .iter()
        .map(|header| &*header.value)
        .collect();
    (values.join("|"), content.body.into_owned())
}

fn scrubbed(body: &str) -> String {
    let (_, scrubbed) = masked(Level::Mask, &[], body);
    assert_eq!(
        masked(Level::Allow, &[], body).1,
        scrubbed,
        "at every level"
    );
    assert_eq!(masked(Level::Mask, &[], &scrubbed).1, scrubbed, "twice");
    scrubbed
}

#[test]
fn what_a_secret_field_holds_is_hidden_whatever_it_is() {
    for (body, expected) in [
        (r#"{"password": "my long pass"}"#, r#"{"password": "*"}"#),
        (
            r#"{"token":{"a":["b}",{}]},"id":7}"#,
            r#"{"token":"*","id":7}"#,
        ),
        (
            r#"[{"cvc":123},{"cvc":456}]"#,
            r#"[{"cvc":"*"},{"cvc":"*"}]"#,
        ),
        (
            r#"{"secret" : [1, 2] , "a": "b"}"#,
            r#"{"secret" : "*" , "a": "b"}"#,
        ),
        (
            r#"{"Nickname":"Momo","name":"Tom"}"#,
            r#"{"Nickname":"*","name":"Tom"}"#,
        ),
        (r#"{"pass\u0077ord":"x"}"#, r#"{"pass\u0077ord":"*"}"#),
        (r#"{"iban": null}"#, r#"{"iban": "*"}"#),
    ] {
        assert_eq!(scrubbed(body), expected);
    }
}

#[test]
fn what_looks_private_is_hidden_in_any_field() {
    for (body, expected) in [
        (
            r#"{"to": "write to marge@example.com", "n": 2}"#,
            r#"{"to": "write to *", "n": 2}"#,
        ),
        (r#"{"to": "marge\u0040example.com"}"#, r#"{"to": "*"}"#),
        (r#"{"card": 4242424242424242}"#, r#"{"card": *}"#),
        (r#"{"marge@example.com": 1}"#, r#"{"*": 1}"#),
        (
            r#"{"said": "a \"quoted\"\nword"}"#,
            r#"{"said": "a \"quoted\"\nword"}"#,
        ),
        ("no user marge@example.com", "no user *"),
    ] {
        assert_eq!(scrubbed(body), expected);
    }
}

#[test]
fn json_within_json_is_scrubbed_as_well() {
    assert_eq!(
        scrubbed(r#"{"body": "{\"password\": \"my long pass\", \"id\": 7}"}"#),
        r#"{"body": "{\"password\": \"*\", \"id\": 7}"}"#
    );
}

#[test]
fn what_was_cut_is_scrubbed_up_to_its_end() {
    let body = r#"{"id":7,"password":"a \"long\" pass"}"#;
    for end in 0..body.len() {
        let scrubbed = scrubbed(&body[..end]);
        assert!(!scrubbed.contains("long"), "{scrubbed}");
    }
    assert_eq!(scrubbed(r#"{"token":{"a":"b"#), r#"{"token":"*""#);
    assert_eq!(scrubbed(r#"{"a":"b\"#), r#"{"a":"b\"#);
}

#[test]
fn headers_with_secrets_are_hidden_also_if_they_are_listed() {
    let headers = [
        ("authorization", "Basic eA=="),
        ("set-cookie", "id=1"),
        ("x-api-key", "k"),
        ("x-note", "from marge@example.com"),
        ("content-type", "application/json"),
    ];
    assert_eq!(
        masked(Level::Allow, &headers, "").0,
        "*|*|*|from *|application/json"
    );
}
