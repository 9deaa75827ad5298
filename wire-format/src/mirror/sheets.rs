//! Style sheets and who adopted them.

use super::Mirror;
use crate::id::NodeId;
use crate::limits::CONSTRUCTED_SHEETS_MAX;
use crate::node::{Content, Node, Text};
use crate::sheet::{ConstructedSheet, RuleEdit, Rules};
use crate::state::State;

impl Mirror {
    /// The rules of a sheet, if they are known.
    pub fn rules(&self, sheet: NodeId) -> Option<&Rules<'static>> {
        match self.nodes.get(&sheet) {
            Some(owner) => owner.states.iter().find_map(rules_in),
            None => self.constructed_sheet(sheet).map(|sheet| &sheet.rules),
        }
    }

    /// A sheet that no element owns.
    pub fn constructed_sheet(&self, id: NodeId) -> Option<&ConstructedSheet<'static>> {
        self.sheets.iter().find(|sheet| sheet.id == id)
    }

    /// Forgets the constructed sheets that no document or shadow root has adopted.
    pub fn forget_unused_sheets(&mut self) {
        let states = self.nodes.values().flat_map(|node| &node.states);
        let used: Vec<NodeId> = states
            .filter_map(|state| match state {
                State::AdoptedSheets(sheets) => Some(sheets),
                _ => None,
            })
            .flatten()
            .copied()
            .collect();
        self.sheets.retain(|sheet| used.contains(&sheet.id));
    }

    pub(super) fn add_constructed_sheets(&mut self, sheets: &[ConstructedSheet<'_>]) {
        for sheet in sheets {
            self.add_constructed_sheet(sheet);
        }
    }

    /// The constructed sheets as a state of the document, if there are any.
    pub(super) fn constructed_sheets(&self) -> Option<State<'_>> {
        let sheets = self
            .sheets
            .iter()
            .map(|sheet| sheet.map_texts(&|text| Text::Borrowed(text)));
        (!self.sheets.is_empty()).then(|| State::ConstructedSheets(sheets.collect()))
    }

    pub(super) fn set_rules(&mut self, sheet: NodeId, rules: &Rules<'_>) {
        if self.nodes.contains_key(&sheet) {
            self.set_state(sheet, &State::Rules(rules.clone()));
        } else if let Some(known) = self.constructed_sheet_mut(sheet) {
            known.rules = rules.map_texts(&|text| Text::Owned(text.to_owned()));
        } else {
            self.add_constructed_sheet(&ConstructedSheet {
                id: sheet,
                rules: rules.clone(),
                media: None,
            });
        }
    }

    pub(super) fn edit_rules(&mut self, sheet: NodeId, edits: &[RuleEdit<'_>]) {
        let rules = match self.nodes.get_mut(&sheet) {
            Some(owner) => owner.states.iter_mut().find_map(|state| match state {
                State::Rules(rules) => Some(rules),
                _ => None,
            }),
            None => {
                let mut sheets = self.sheets.iter_mut();
                let constructed = sheets.find(|constructed| constructed.id == sheet);
                constructed.map(|sheet| &mut sheet.rules)
            }
        };
        let taken = rules.is_some_and(|rules| edits.iter().all(|edit| rules.edit(edit)));
        if !taken {
            self.unplaced_count += 1;
        }
    }

    pub(super) fn set_media(&mut self, sheet: NodeId, media: &Text<'_>) {
        match self.constructed_sheet_mut(sheet) {
            Some(sheet) => sheet.media = Some(super::owned(media)),
            None => self.set_state(sheet, &State::SheetMedia(media.clone())),
        }
    }

    /// Roots that have adopted sheets, in the trees that a forest moves, with the documents they are in.
    pub(super) fn adopters_that_move(&self, forest: &[Node<'_>]) -> Vec<(NodeId, Option<NodeId>)> {
        if self.sheets.is_empty() {
            return Vec::new();
        }
        let moved = forest.iter().filter(|node| node.content == Content::Moved);
        let mut pending: Vec<NodeId> = moved.map(|node| node.id).collect();
        let mut adopters = Vec::new();
        while let Some(id) = pending.pop() {
            let Some(node) = self.nodes.get(&id) else {
                continue;
            };
            if node.states.iter().any(is_adoption) {
                adopters.push((id, self.document_of(id)));
            }
            let mut child = node.links.first_child;
            while let Some(id) = child {
                pending.push(id);
                child = self.links(id).next;
            }
        }
        adopters
    }

    /// A constructed sheet is of one document: a root that has moved to another one has lost it.
    pub(super) fn part_from_sheets(&mut self, adopters: &[(NodeId, Option<NodeId>)]) {
        for &(root, document) in adopters {
            if self.document_of(root) != document
                && let Some(node) = self.nodes.get_mut(&root)
            {
                node.states.retain(|state| !is_adoption(state));
            }
        }
    }

    /// The document of the page or of the frame that a node is in.
    fn document_of(&self, node: NodeId) -> Option<NodeId> {
        let mut current = Some(node);
        while let Some(id) = current {
            if self.nodes.get(&id)?.content == Content::Document {
                return current;
            }
            current = self.links(id).parent;
        }
        None
    }

    fn constructed_sheet_mut(&mut self, id: NodeId) -> Option<&mut ConstructedSheet<'static>> {
        self.sheets.iter_mut().find(|sheet| sheet.id == id)
    }

    fn add_constructed_sheet(&mut self, sheet: &ConstructedSheet<'_>) {
        let is_taken =
            self.nodes.contains_key(&sheet.id) || self.constructed_sheet(sheet.id).is_some();
        if is_taken || self.sheets.len() >= CONSTRUCTED_SHEETS_MAX {
            self.unplaced_count += 1;
        } else {
            self.sheets
                .push(sheet.map_texts(&|text| Text::Owned(text.to_owned())));
        }
    }
}

const fn is_adoption(state: &State<'_>) -> bool {
    matches!(state, State::AdoptedSheets(_))
}

fn rules_in<'s>(state: &'s State<'static>) -> Option<&'s Rules<'static>> {
    match state {
        State::Rules(rules) => Some(rules),
        _ => None,
    }
}
