//! What is taken out of all that a project sends, by its settings.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use scrubbing::{Rules, Scrubber};
use serde::Deserialize;
use worker::console_error;

use crate::limits::SCRUBBERS_MAX;

thread_local! {
    // Made anew for each batch, a scrubber costs as much as applying it.
    static SCRUBBERS: RefCell<HashMap<String, Rc<Scrubber>>> = RefCell::default();
}

/// The part of a project's settings that no recorder is told.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ForTheEdge {
    scrubbing: Rules,
}

/// The scrubber of a project with these settings.
pub(super) fn scrubber(settings: &str) -> Rc<Scrubber> {
    SCRUBBERS.with_borrow_mut(|scrubbers| {
        if let Some(known) = scrubbers.get(settings) {
            return Rc::clone(known);
        }
        if scrubbers.len() >= SCRUBBERS_MAX {
            scrubbers.clear();
        }
        let rules = rules(settings).unwrap_or_else(|error| {
            console_error!("the scrubbing rules of a project are not valid: {error}");
            Rules::strictest()
        });
        let scrubber = Rc::new(Scrubber::new(&rules));
        scrubbers.insert(settings.to_owned(), Rc::clone(&scrubber));
        scrubber
    })
}

fn rules(settings: &str) -> Result<Rules, serde_json::Error> {
    serde_json::from_str(settings).map(|ForTheEdge { scrubbing }| scrubbing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_stand_among_the_settings_for_recorders() {
        assert_eq!(rules("{}").unwrap(), Rules::default());
        let settings =
            r#"{"sampleRate": 0.1, "scrubbing": {"secrets": false, "cardNumbers": false}}"#;
        assert_eq!(rules(settings).unwrap(), Rules::none());
        let mistake_for_recorders = r#"{"sampleRate": "all", "scrubbing": {"emails": true}}"#;
        assert!(rules(mistake_for_recorders).unwrap().emails);
    }

    #[test]
    fn settings_that_are_not_valid_say_so() {
        for settings in [
            "",
            "null",
            r#"{"scrubbing": {"email": true}}"#,
            r#"{"scrubbing": null}"#,
        ] {
            assert!(rules(settings).is_err(), "{settings}");
        }
    }

    #[test]
    fn however_many_settings_there_are_few_are_remembered() {
        for number in 0..3 * SCRUBBERS_MAX {
            scrubber(&format!(r#"{{"minimumDurationMs":{number}}}"#));
            assert!(SCRUBBERS.with_borrow(HashMap::len) <= SCRUBBERS_MAX);
        }
        assert!(Rc::ptr_eq(&scrubber("{}"), &scrubber("{}")));
    }
}
