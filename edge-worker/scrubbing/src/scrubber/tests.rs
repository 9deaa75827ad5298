use super::*;

fn scrubber(rules: &str) -> Scrubber {
    Scrubber::new(&serde_json::from_str(rules).unwrap())
}

fn scrubbed_by(scrubber: &Scrubber, text: &str) -> String {
    let mut scrubbed = Cow::Borrowed(text);
    let count = scrubber.text(&mut scrubbed);
    assert_eq!(count > 0, scrubbed != text, "{text}");
    assert_eq!(
        scrubber.text(&mut scrubbed.clone()),
        0,
        "{scrubbed} is scrubbed"
    );
    scrubbed.into_owned()
}

fn scrubbed(text: &str) -> String {
    scrubbed_by(&Scrubber::new(&Rules::default()), text)
}

#[track_caller]
fn assert_scrubbed(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(scrubbed(text), *expected);
    }
}

#[test]
fn values_behind_names_of_secrets_are_taken_out_of_messages() {
    assert_scrubbed(&[
        ("password: hunter2", "password: *"),
        (
            "login failed, password=hunter2.",
            "login failed, password=*.",
        ),
        ("{password: 'two words', id: 7}", "{password: '*', id: 7}"),
        (
            "User {token: \"a \\\"b\\\"\", id: 7}",
            "User {token: \"*\", id: 7}",
        ),
        ("{secret: {a: [1, \"}\"]}, id: 7}", "{secret: *, id: 7}"),
        ("'password' => 'x'", "'password' => '*'"),
        ("Authorization: Bearer abc", "Authorization: *"),
        (
            "authorization: Basic bTpz\nnext: 1",
            "authorization: *\nnext: 1",
        ),
        ("Cookie: a=b; c=d\nHost: x", "Cookie: *\nHost: x"),
        ("sent Bearer abc.def123-_ twice", "sent Bearer * twice"),
        (
            "[\"Authorization\",\"Bearer abcdefghijklmnop\"]",
            "[\"Authorization\",\"Bearer *\"]",
        ),
        ("password: don't&tell", "password: *"),
    ]);
}

#[test]
fn sentences_about_secrets_stay() {
    for text in [
        "the password is wrong",
        "Unexpected token < in JSON at position 0",
        "token: null, password=",
        "auth::token::parse failed",
        "https://shop.example/token:8080",
        "the bearer of this letter",
        "Bearer token is missing",
        "password: )",
        "https://shop.example/a/b?page=2#top",
        "at pay (https://shop.example/app.js:10:20)",
        "12:30:45 took 1700000000000 ms, 0.4242424242424242",
        "scrubbed before: password=*, token: ***, \"secret\":\"*\"",
        "straße 💳 %",
    ] {
        assert_eq!(scrubbed(text), text);
    }
}

#[test]
fn addresses_keep_what_is_not_private() {
    assert_scrubbed(&[
        (
            "https://shop.example/?token=a,b;c&page=2",
            "https://shop.example/?token=*&page=2",
        ),
        ("/?page=2&api_key=x#menu", "/?page=2&api_key=*#menu"),
        (
            "/callback#access_token=x&state=y",
            "/callback#access_token=*&state=y",
        ),
        ("/a;jsessionid=AB12?x=1", "/a;jsessionid=*"),
        (
            "/login?user%5Bpassword%5D=x&n=1",
            "/login?user%5Bpassword%5D=*&n=1",
        ),
        (
            "/in?next=%2Fpay%3Ftoken%3Dabc%26n%3D1&m=1",
            "/in?next=%2Fpay%3Ftoken%3D*&m=1",
        ),
        (
            "/?data=%7B%22cvc%22%3A%22123%22%7D&n=1",
            "/?data=%7B%22cvc%22%3A*&n=1",
        ),
        (
            "https://marge:secret@shop.example/a",
            "https://*@shop.example/a",
        ),
        ("//marge@shop.example/a", "//*@shop.example/a"),
        (
            r#"{"url":"https:\/\/marge:secret@shop.example\/?token=x"}"#,
            r#"{"url":"https:\/\/*@shop.example\/?token=*"}"#,
        ),
        (
            "next=https%3A%2F%2Fm%3As%40shop.example%2F",
            "next=https%3A%2F%2F*%40shop.example%2F",
        ),
        (
            "GET https://m:s@a.example/?token=x failed",
            "GET https://*@a.example/?token=* failed",
        ),
    ]);
}

#[test]
fn json_stays_json() {
    assert_scrubbed(&[
        (
            r#"{"password": "my \"long\" pass", "id": 7}"#,
            r#"{"password": "*", "id": 7}"#,
        ),
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
        (r#"{"pass\u0077ord":"x"}"#, r#"{"pass\u0077ord":"*"}"#),
        (
            r#"{"iban": null, "token": ""}"#,
            r#"{"iban": null, "token": ""}"#,
        ),
        (
            r#"{"url":"https://a.example/?token=x","n":1}"#,
            r#"{"url":"https://a.example/?token=*","n":1}"#,
        ),
        (r#"{"log":"a\ntoken: x\nb"}"#, r#"{"log":"a\ntoken: *"}"#),
        (
            r#"{"body": "{\"password\": \"a \\\"b\\\" c\", \"id\": 7}"}"#,
            r#"{"body": "{\"password\": \"*\", \"id\": 7}"}"#,
        ),
        (
            r#"{"body":"{\"cvc\":{\"a\":\"}\"},\"n\":[1]}"}"#,
            r#"{"body":"{\"cvc\":\"*\",\"n\":[1]}"}"#,
        ),
        (
            r#"{"body":"{\"cvc\":12}"}"#,
            r#"{"body":"{\"cvc\":\"*\"}"}"#,
        ),
        (
            r#"{"token":"a","n":{"cvc":"b","x":"it's"},"iban":"c","otp":["d"],"pwd":""}"#,
            r#"{"token":"*","n":{"cvc":"*","x":"it's"},"iban":"*","otp":"*","pwd":""}"#,
        ),
        (
            r#"{"card": "4242 4242 4242 4242", "n": 1}"#,
            r#"{"card": "*", "n": 1}"#,
        ),
    ]);
}

#[test]
fn what_was_cut_is_scrubbed_up_to_its_end() {
    let body = r#"{"id":7,"password":"a \"long\" pass"}"#;
    for end in 0..body.len() {
        assert!(!scrubbed(&body[..end]).contains("long"), "{end}");
    }
    assert_eq!(scrubbed(r#"{"token":{"a":"b"#), r#"{"token":"*""#);
    assert_eq!(
        scrubbed(r#"{\"token\":{\"a\":\"b""#),
        r#"{\"token\":\"*\"""#
    );
}

#[test]
fn card_numbers_are_taken_out_wherever_they_stand() {
    assert_scrubbed(&[
        ("card 4242 4242 4242 4242 refused", "card * refused"),
        ("order 12 4242 4242 4242 4242 refused", "order 12 * refused"),
        ("/pay/4242424242424242?n=4242-4242-4242-4242", "/pay/*?n=*"),
        ("n=4242+4242+4242+4242&m=1", "n=*&m=1"),
        ("n=%204242%204242%204242%204242", "n=%20*"),
        (r#"{"n":4242424242424242}"#, r#"{"n":*}"#),
        (r#"{"n":"a\n4242424242424242"}"#, r#"{"n":"a\n*"}"#),
        (r#"{"n":"\u00204242424242424242"}"#, r#"{"n":"\u0020*"}"#),
    ]);
}

#[test]
fn mail_addresses_are_taken_out_on_request() {
    let text = "mail marge@example.com, to=marge%40example.com, logo@2x.png";
    assert_eq!(scrubbed(text), text);
    let with_emails = scrubber(r#"{"emails": true}"#);
    assert_eq!(scrubbed_by(&with_emails, text), "mail *, to=*, logo@2x.png");
    let json = r#"{"to":"a\nmarge\u0040example.com"}"#;
    assert_eq!(scrubbed_by(&with_emails, json), r#"{"to":"a\n*"}"#);
}

#[test]
fn keys_of_the_project_hold_beside_the_secrets() {
    let scrubber = scrubber(r#"{"keys": ["customer*", "order.id"]}"#);
    assert_eq!(
        scrubbed_by(&scrubber, "?customerId=7&order_id=8&page=9&token=x"),
        "?customerId=*&order_id=*&page=9&token=*"
    );
}

#[test]
fn without_rules_everything_stays() {
    let text = "https://m:s@a.example/?token=x 4242424242424242 marge@example.com Bearer abc123";
    assert_eq!(scrubbed_by(&Scrubber::new(&Rules::none()), text), text);
    let only_emails = scrubber(r#"{"secrets": false, "cardNumbers": false, "emails": true}"#);
    assert_eq!(
        scrubbed_by(&only_emails, "?token=x marge@example.com Bearer abc123"),
        "?token=x * Bearer abc123"
    );
}

#[test]
fn a_value_is_taken_out_by_its_name() {
    let scrubber = Scrubber::new(&Rules::default());
    let value = |name, value: &str| {
        let mut scrubbed = Cow::Borrowed(value);
        let count = scrubber.value(name, &mut scrubbed);
        (scrubbed.into_owned(), count)
    };
    let result = |text: &str, count| (text.to_owned(), count);
    assert_eq!(value("x-api-key", "k"), result("*", 1));
    assert_eq!(value("x-api-key", "*"), result("*", 0));
    assert_eq!(
        value("http.url", "/?token=a&cvc=1"),
        result("/?token=*&cvc=*", 2)
    );
    assert_eq!(value("city", "Springfield"), result("Springfield", 0));
    let mut json = Cow::Borrowed(r#"{"a":1}"#);
    assert_eq!(scrubber.json_value("token", &mut json), 1);
    assert_eq!(json, r#""*""#);
    assert_eq!(scrubber.json_value("token", &mut json), 0);
    assert_eq!(scrubber.json_value("token", &mut Cow::Borrowed("true")), 0);
}

#[test]
fn a_text_may_announce_that_a_value_comes_next() {
    let scrubber = Scrubber::new(&Rules::default());
    for text in ["token", "token:", "the password = ", "\"secret\":"] {
        assert!(scrubber.announces_value(text), "{text}");
    }
    for text in ["invalid token", "id:", "", ":", "token: x"] {
        assert!(!scrubber.announces_value(text), "{text}");
    }
}
