//! What the stock replayer makes of events, as far as it concerns which nodes there are. Panics
//! where the replayer would leave something out.

use std::collections::HashMap;
use std::fmt;

use serde_json::Value;

#[derive(Default)]
pub(super) struct Player {
    /// By id: what a node is called, and its children.
    nodes: HashMap<i64, (String, Vec<i64>)>,
    document: i64,
}

impl Player {
    pub(super) fn of(events: &[Value]) -> Self {
        let mut player = Self::default();
        for event in events {
            match (number(&event["type"]), number(&event["data"]["source"])) {
                (2, _) => {
                    player.nodes.clear();
                    player.document = player.build(&event["data"]["node"]);
                }
                (3, 0) => player.mutate(&event["data"]),
                (3, _) => assert!(player.nodes.contains_key(&number(&event["data"]["id"]))),
                _ => {}
            }
        }
        player
    }

    fn mutate(&mut self, data: &Value) {
        for removed in data["removes"].as_array().unwrap() {
            let id = number(&removed["id"]);
            let siblings = self.children(number(&removed["parentId"]));
            assert!(siblings.contains(&id));
            siblings.retain(|&sibling| sibling != id);
            self.forget(id);
        }
        for added in data["adds"].as_array().unwrap() {
            let id = self.build(&added["node"]);
            let siblings = self.children(number(&added["parentId"]));
            if data["isAttachIframe"] == true {
                siblings.clear();
            }
            let next = number(&added["nextId"]);
            let place = siblings.iter().position(|&sibling| sibling == next);
            siblings.insert(place.unwrap_or(siblings.len()), id);
        }
    }

    fn build(&mut self, node: &Value) -> i64 {
        let id = number(&node["id"]);
        let name = match number(&node["type"]) {
            0 => "#",
            2 => node["tagName"].as_str().unwrap(),
            _ => node["textContent"].as_str().unwrap(),
        };
        let children = node["childNodes"].as_array();
        let children = children.into_iter().flatten();
        let children = children.map(|child| self.build(child)).collect();
        let known = self.nodes.insert(id, (name.to_owned(), children));
        assert!(known.is_none(), "{id} is built twice");
        id
    }

    /// The documents of frames stay known to the replayer.
    fn forget(&mut self, id: i64) {
        let Some((name, _)) = self.nodes.get(&id) else {
            return;
        };
        if name != "#" {
            let (_, children) = self.nodes.remove(&id).unwrap();
            for child in children {
                self.forget(child);
            }
        }
    }

    fn children(&mut self, parent: i64) -> &mut Vec<i64> {
        &mut self.nodes.get_mut(&parent).expect("a known parent").1
    }

    fn write(&self, id: i64, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, children) = &self.nodes[&id];
        formatter.write_str(name)?;
        for (place, &child) in children.iter().enumerate() {
            formatter.write_str(if place == 0 { "(" } else { " " })?;
            self.write(child, formatter)?;
        }
        formatter.write_str(if children.is_empty() { "" } else { ")" })
    }
}

impl fmt::Display for Player {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(self.document, formatter)
    }
}

fn number(value: &Value) -> i64 {
    value.as_i64().unwrap_or_default()
}
