//! What holds for any text and any rules.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::borrow::Cow;

use proptest::prelude::*;
use scrubbing::{Rules, Scrubber};

fn rules() -> impl Strategy<Value = Rules> {
    let keys = prop::collection::vec("[a-c*]{0,2}[a-c]", 0..3);
    (any::<(bool, bool, bool)>(), keys).prop_map(|((secrets, cards, emails), keys)| {
        let json = serde_json::json!({
            "secrets": secrets, "cardNumbers": cards, "emails": emails, "keys": keys,
        });
        serde_json::from_value(json).unwrap()
    })
}

/// Texts made of what scrubbing looks at.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-c0-9 :=&?#/\\\\\"'{}\\[\\],;.%@*<>-]{0,8}",
        3 => prop::sample::select(vec![
            "token", "password", "Bearer ", "%3D", "%22", "%40", "\\u003d", "\\u0040", "\\\"", "\\n",
            "https://", "//", "4242-4242-4242-4242", "378282246310005", "@example.com", "null", "\u{a0}",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn card_number() -> impl Strategy<Value = String> {
    let digits = prop::collection::vec(0_u8..10, 12..=18);
    let separators = prop::sample::select(vec!["", " ", "-", "+", "%20", "\u{a0}"]);
    (2_u8..10, digits, separators, 1_usize..7).prop_map(|(first, digits, separator, size)| {
        let mut digits = [vec![first], digits].concat();
        *digits.last_mut().unwrap() = 0;
        let sum = |digits: &[u8]| -> u32 {
            let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
            let from_the_right = digits
                .iter()
                .rev()
                .map(|&digit| u32::from(digit))
                .enumerate();
            from_the_right
                .map(|(place, digit)| {
                    if place % 2 == 1 {
                        doubled(digit)
                    } else {
                        digit
                    }
                })
                .sum()
        };
        *digits.last_mut().unwrap() = ((10 - sum(&digits) % 10) % 10) as u8;
        let text: Vec<char> = digits
            .iter()
            .map(|&digit| char::from(b'0' + digit))
            .collect();
        let groups: Vec<String> = text
            .chunks(size)
            .map(|group| group.iter().collect())
            .collect();
        groups.join(separator)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn scrubbing_twice_is_scrubbing_once(text in text(), rules in rules()) {
        let scrubber = Scrubber::new(&rules);
        let mut scrubbed = Cow::Borrowed(text.as_str());
        let count = scrubber.text(&mut scrubbed);
        prop_assert_eq!(count > 0, matches!(scrubbed, Cow::Owned(_)));
        let once = scrubbed.clone();
        prop_assert_eq!(scrubber.text(&mut scrubbed), 0, "{:?} became {:?}", text, scrubbed);
        prop_assert_eq!(scrubbed, once);
    }

    #[test]
    fn without_rules_every_text_stays(text in text()) {
        let mut scrubbed = Cow::Borrowed(text.as_str());
        prop_assert_eq!(Scrubber::new(&Rules::none()).text(&mut scrubbed), 0);
        prop_assert!(matches!(scrubbed, Cow::Borrowed(_)));
    }

    #[test]
    fn no_card_number_survives(before in "[g-zG-Zäß/=:,\"(]{0,6}", number in card_number(), behind in "[g-zG-Zäß/&:,\")]{0,6}") {
        let mut scrubbed = Cow::Owned(format!("{before}{number}{behind}"));
        prop_assert!(Scrubber::new(&Rules::default()).text(&mut scrubbed) > 0);
        prop_assert!(!scrubbed.contains(&number), "{}", scrubbed);
    }

    #[test]
    fn no_value_of_a_secret_survives(value in "[A-Za-z0-9äß!$_-]{1,30}", form in 0_usize..8) {
        prop_assume!(!["null", "undefined", "true", "false", "None", "nil"].contains(&value.as_str()));
        // Letters that no text around the value holds.
        let value = format!("ZQ{value}QZ");
        let text = match form {
            0 => format!("/?a=b&token={value}&c=d#e"),
            1 => format!("password: {value}, try again"),
            2 => format!(r#"{{"a":{{"token":"t"}},"api_key":"{value}","c":[2],"cvc":9}}"#),
            3 => format!(r#"{{"body":"{{\"secret\":\"{value}\"}}"}}"#),
            4 => format!("User {{cvc: \"{value}\", id: 7}}"),
            5 => format!("https://{value}:{value}@shop.example/"),
            6 => format!("{{'Authorization': 'Bearer {value}'}}"),
            _ => format!("next=%2Fpay%3Faccess_token%3D{value}"),
        };
        let mut scrubbed = Cow::Borrowed(text.as_str());
        prop_assert!(Scrubber::new(&Rules::default()).text(&mut scrubbed) > 0);
        prop_assert!(!scrubbed.contains("ZQ") && !scrubbed.contains("QZ"), "{}", scrubbed);
    }

    #[test]
    fn every_secret_of_an_object_is_taken_out(
        fields in prop::collection::vec((prop::sample::select(vec!["id", "token", "cvc", "note"]), text()), 0..6)
    ) {
        let fields: Vec<String> = fields.into_iter().enumerate().map(|(place, (name, text))| {
            let value = serde_json::Value::from(format!("ZQ{text}"));
            format!("\"{name}{place}\":{value}")
        }).collect();
        let json = format!("{{{}}}", fields.join(","));
        let mut scrubbed = Cow::Borrowed(json.as_str());
        Scrubber::new(&Rules::default()).text(&mut scrubbed);
        let read: serde_json::Value = serde_json::from_str(&scrubbed).unwrap();
        for (name, value) in read.as_object().unwrap() {
            let is_secret = name.starts_with("token") || name.starts_with("cvc");
            prop_assert!(!is_secret || value == "*", "{} became {}", json, scrubbed);
        }
    }

    #[test]
    fn json_stays_json(name in "[a-c]{1,3}|token|user.password", value in text(), number in any::<u64>()) {
        let inner = serde_json::json!({ name.as_str(): [number, value], "end": 1 }).to_string();
        let outer = serde_json::json!({ "body": inner, name: { "a": value, "b": [number] } }).to_string();
        // Numbers of cards that no quotation marks enclose are replaced by what is no JSON.
        let rules = serde_json::from_str(r#"{"cardNumbers": false, "emails": true}"#).unwrap();
        let mut scrubbed = Cow::Borrowed(outer.as_str());
        Scrubber::new(&rules).text(&mut scrubbed);
        let read = serde_json::from_str::<serde_json::Value>(&scrubbed);
        prop_assert!(read.is_ok(), "{} became {}", outer, scrubbed);
    }
}
