use super::Exporter;
use super::addresses::Addresses;
use super::documents::Document;
use super::events::{Source, write_incremental};
use super::json::Json;
use super::nodes::first_text;
use super::trees::is_shown;
use crate::id::NodeId;
use crate::mirror::{Mirror, MirrorNode};
use crate::node::{Content, Text};
use crate::record::Record;
use crate::sheet::{RuleEdit, Rules};
use crate::state::State;

impl Exporter {
    /// A sheet that was read after its owner had been recorded, or has other rules than before.
    pub(super) fn style_sheet(&mut self, at_ms: u64, sheet: NodeId) {
        if let Some(owner) = self.mirror.node(sheet) {
            let Some(document) = Document::of(owner, &self.page) else {
                return;
            };
            let text = first_text(owner).map(MirrorNode::id);
            match (css_of(owner, &document.addresses), text) {
                (Some(css), Some(text)) => {
                    write_text_change(&mut self.events, at_ms, text, &css);
                }
                (Some(css), None) => self.attributes(at_ms, sheet, &[("_cssText", Some(&css))]),
                (None, _) => {}
            }
        } else if self.defined_sheets.contains(&sheet) {
            let rules = constructed_rules(&self.mirror, sheet, &self.page.addresses).join("\n");
            write_incremental(&mut self.events, at_ms, Source::StyleSheetRule, |json| {
                json.node("styleId", sheet);
                json.string("replaceSync", &rules);
            });
        }
    }

    /// The replayer applies all insertions of an event before all its removals, so an event ends
    /// where an insertion follows a removal.
    pub(super) fn rule_edits(
        &mut self,
        at_ms: u64,
        sheet: NodeId,
        edits: &[RuleEdit<'_>],
        record: &Record<'_>,
    ) {
        let Some(Rules::Inline(rules)) = self.mirror.rules(sheet) else {
            return;
        };
        let mut rule_count = rules.len();
        let mut run = EditRun::default();
        let mut runs = Vec::new();
        for edit in edits {
            let (index, removed) = (edit.index as usize, edit.removed as usize);
            if index.saturating_add(removed) > rule_count {
                break;
            }
            if edit.inserted.is_some() && !run.removed.is_empty() {
                runs.push(std::mem::take(&mut run));
            }
            run.inserted
                .extend(edit.inserted.as_deref().map(|rule| (edit.index, rule)));
            let behind = edit.index + u32::from(edit.inserted.is_some());
            run.removed.extend(std::iter::repeat_n(behind, removed));
            rule_count = rule_count - removed + usize::from(edit.inserted.is_some());
        }
        runs.push(run);

        self.mirror.apply(record);
        let owner = self.mirror.node(sheet);
        if owner.is_none() && !self.defined_sheets.contains(&sheet) {
            return;
        }
        let addresses = match owner {
            Some(owner) => {
                let Some(document) = Document::of(owner, &self.page) else {
                    return;
                };
                sheet_addresses(owner, &document.addresses)
            }
            None => self.page.addresses.of_sheet(None),
        };
        let media = self
            .mirror
            .constructed_sheet(sheet)
            .and_then(|sheet| sheet.media.clone());
        for run in &runs {
            write_incremental(&mut self.events, at_ms, Source::StyleSheetRule, |json| {
                json.node(if owner.is_some() { "id" } else { "styleId" }, sheet);
                run.write(json, &addresses, media.as_deref());
            });
        }
    }

    /// The format has no media of sheets: those of elements become an attribute, those of
    /// constructed sheets stand around each rule.
    pub(super) fn sheet_media(&mut self, at_ms: u64, sheet: NodeId, media: &str) {
        if let Some(owner) = self.mirror.node(sheet) {
            if is_shown(owner) {
                self.attributes(at_ms, sheet, &[("media", Some(media))]);
            }
        } else {
            self.style_sheet(at_ms, sheet);
        }
    }

    /// What a document or a shadow root has adopted, with the rules of sheets that the replayer does
    /// not have yet.
    pub(super) fn adopted_sheets(&mut self, at_ms: u64, root: NodeId) {
        let Some(root) = self.mirror.node(root).filter(|root| is_shown(*root)) else {
            return;
        };
        let host = match root.content() {
            Content::Document => Some(root),
            Content::ShadowRoot(_) => root.parent(),
            _ => None,
        };
        let (Some(host), Some(adopted)) = (host, adopted_by(root)) else {
            return;
        };
        let known: Vec<NodeId> = adopted
            .iter()
            .copied()
            .filter(|&sheet| self.mirror.constructed_sheet(sheet).is_some())
            .collect();
        let (mirror, addresses, defined) =
            (&self.mirror, &self.page.addresses, &mut self.defined_sheets);
        write_incremental(&mut self.events, at_ms, Source::AdoptedStyleSheet, |json| {
            json.node("id", host.id());
            json.open_array("styleIds");
            for sheet in &known {
                json.node_element(*sheet);
            }
            json.close_array();
            json.open_array("styles");
            for &sheet in known.iter().filter(|&&sheet| defined.insert(sheet)) {
                json.open_object();
                json.node("styleId", sheet);
                let rules = constructed_rules(mirror, sheet, addresses);
                write_rules(json, "rules", (0..).zip(rules.iter().map(String::as_str)));
                json.close_object();
            }
            json.close_array();
        });
    }
}

/// Insertions and the removals that follow them.
#[derive(Default)]
struct EditRun<'e> {
    inserted: Vec<(u32, &'e str)>,
    removed: Vec<u32>,
}

impl EditRun<'_> {
    fn write(&self, json: &mut Json, addresses: &Addresses, media: Option<&str>) {
        let rules: Vec<String> = self
            .inserted
            .iter()
            .map(|(_, rule)| within_media(&addresses.absolute_css(rule), media))
            .collect();
        let indexes = self.inserted.iter().map(|&(index, _)| index);
        write_rules(json, "adds", indexes.zip(rules.iter().map(String::as_str)));
        json.open_array("removes");
        for &index in &self.removed {
            json.open_object();
            json.number("index", index);
            json.close_object();
        }
        json.close_array();
    }
}

fn write_rules<'r>(json: &mut Json, key: &str, rules: impl Iterator<Item = (u32, &'r str)>) {
    json.open_array(key);
    for (index, rule) in rules {
        json.open_object();
        json.string("rule", rule);
        json.number("index", index);
        json.close_object();
    }
    json.close_array();
}

/// A mutation that sets one text.
fn write_text_change(json: &mut Json, at_ms: u64, text: NodeId, value: &str) {
    write_incremental(json, at_ms, Source::Mutation, |json| {
        for empty in ["removes", "adds", "attributes"] {
            json.open_array(empty);
            json.close_array();
        }
        json.open_array("texts");
        json.open_object();
        json.node("id", text);
        json.string("value", value);
        json.close_object();
        json.close_array();
    });
}

/// The rules of the sheet that an element owns, with addresses that do not depend on where the sheet
/// came from; `None` if they are not known.
pub(super) fn css_of(owner: MirrorNode<'_>, addresses: &Addresses) -> Option<String> {
    let rules = owner.states().iter().find_map(|state| match state {
        State::Rules(rules) => Some(rules),
        _ => None,
    });
    let css = rules?.joined()?;
    Some(
        sheet_addresses(owner, addresses)
            .absolute_css(&css)
            .into_owned(),
    )
}

fn sheet_addresses(owner: MirrorNode<'_>, addresses: &Addresses) -> Addresses {
    let element = owner.element();
    addresses.of_sheet(element.and_then(|element| element.attribute("href")))
}

fn constructed_rules(mirror: &Mirror, sheet: NodeId, addresses: &Addresses) -> Vec<String> {
    let Some(sheet) = mirror.constructed_sheet(sheet) else {
        return Vec::new();
    };
    let text =
        |rule: &Text<'_>| within_media(&addresses.absolute_css(rule), sheet.media.as_deref());
    match &sheet.rules {
        Rules::Inline(rules) => rules.iter().map(text).collect(),
        Rules::Archived(_) => Vec::new(),
    }
}

fn within_media(rule: &str, media: Option<&str>) -> String {
    match media {
        Some(media) if !media.is_empty() => format!("@media {media} {{ {rule} }}"),
        _ => rule.to_owned(),
    }
}

fn adopted_by(root: MirrorNode<'_>) -> Option<&[NodeId]> {
    root.states().iter().find_map(|state| match state {
        State::AdoptedSheets(sheets) => Some(sheets.as_slice()),
        _ => None,
    })
}
