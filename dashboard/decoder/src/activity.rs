use serde::Serialize;
use wire_format::WindowId;
use wire_format::mirror::{Mirror, MirrorNode};
use wire_format::node::Content;
use wire_format::record::{PointerActionKind, Record, ThinningLevel, TimedRecord};

use crate::requests::Requests;
use crate::{session_records, signals};

/// Characters of a label: 120, about a line of the list that shows them.
const LABEL_CHARACTERS_MAX: usize = 120;

/// Something a developer may look for.
#[derive(Debug, Serialize)]
pub(crate) struct Activity {
    at_ms: u64,
    window_id: String,
    kind: &'static str,
    label: String,
}

impl Activity {
    pub(crate) const fn at_ms(&self) -> u64 {
        self.at_ms
    }

    pub(crate) fn to_json(&self) -> String {
        // Three strings and a number always become JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Collects what happened in one window.
#[derive(Debug)]
pub(crate) struct Activities {
    window: WindowId,
    mirror: Mirror,
    requests: Requests,
    all: Vec<Activity>,
}

impl Activities {
    /// Those of a window of which no record has come yet.
    pub(crate) fn of(window: WindowId) -> Self {
        Self {
            window,
            mirror: Mirror::default(),
            requests: Requests::default(),
            all: Vec::new(),
        }
    }

    /// Takes in the next record of the window.
    pub(crate) fn add(&mut self, timed: &TimedRecord<'_>) {
        self.mirror.apply(&timed.record);
        if let Some((kind, label)) = self.describe(&timed.record) {
            let label = label.chars().take(LABEL_CHARACTERS_MAX).collect();
            self.all.push(Activity {
                at_ms: timed.at_ms,
                window_id: self.window.to_string(),
                kind,
                label,
            });
        }
    }

    pub(crate) fn into_list(self) -> Vec<Activity> {
        self.all
    }

    fn describe(&mut self, record: &Record<'_>) -> Option<(&'static str, String)> {
        let name = |node| {
            self.mirror
                .node(node)
                .map_or_else(|| "something".to_owned(), name_of)
        };
        Some(match record {
            Record::PointerAction(action) if action.kind == PointerActionKind::Click => {
                ("click", action.node.map(name).unwrap_or_default())
            }
            Record::Input { node, .. } => ("input", name(*node)),
            Record::Navigation { url, .. } => ("navigation", url.as_ref().to_owned()),
            Record::RequestStart(start) => return self.requests.begin(start),
            Record::RequestEnd(end) => ("request", self.requests.end(end)),
            Record::RequestContent(content) => ("request", self.requests.content(content)),
            Record::Frustration(frustration) => {
                let node = frustration.node.map(name).unwrap_or_default();
                ("frustration", signals::frustration(frustration, &node))
            }
            Record::CustomEvent { name, .. } => ("custom", name.as_ref().to_owned()),
            Record::Identify { user_id, .. } => ("identify", user_id.as_ref().to_owned()),
            Record::Visibility { visible } => (
                "visibility",
                if *visible {
                    "page shown"
                } else {
                    "page hidden"
                }
                .to_owned(),
            ),
            Record::Thinning {
                level,
                skipped_count,
            } => ("thinning", thinning(*level, *skipped_count)),
            Record::Discarded { reason, count } => {
                ("discarded", format!("{count} lost: {reason:?}"))
            }
            record => match session_records::describe(record) {
                Some(label) => ("recording", label),
                None => return signals::describe(record),
            },
        })
    }
}

fn thinning(level: ThinningLevel, skipped_count: u64) -> String {
    let what = match level {
        ThinningLevel::Nothing => "every change is recorded again",
        ThinningLevel::Changes => "attributes and texts are recorded 10 times a second",
        ThinningLevel::MostChanges => "attributes and texts are recorded twice a second",
        ThinningLevel::Subtrees => "new elements are recorded without what is inside of them",
    };
    match skipped_count {
        0 => what.to_owned(),
        count => format!("{what}; {count} changes were skipped"),
    }
}

/// How a person would call an element: by its label, its text, or at least its tag.
fn name_of(node: MirrorNode<'_>) -> String {
    let element = node
        .and_ancestors()
        .find_map(|node| Some((node, node.element()?)));
    let Some((node, element)) = element else {
        return "the page".to_owned();
    };
    let label = ["aria-label", "alt", "title", "placeholder", "name"]
        .iter()
        .find_map(|name| element.attribute(name));
    let own_name = label.map(str::to_owned).or_else(|| text_below(node));
    own_name.map_or_else(
        || format!("<{}>", element.tag),
        |name| format!("{name} <{}>", element.tag),
    )
}

/// The text of an element if it is short enough to be its name.
fn text_below(node: MirrorNode<'_>) -> Option<String> {
    let mut text = String::new();
    let mut pending = vec![node];
    while let Some(node) = pending.pop() {
        if let Content::Text(content) = node.content() {
            text.push_str(content);
            text.push(' ');
        }
        if text.len() > LABEL_CHARACTERS_MAX {
            return None;
        }
        let first = pending.len();
        pending.extend(node.children());
        pending.get_mut(first..)?.reverse();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
