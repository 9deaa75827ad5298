//! What must not leave the page. Every record passes here before it reaches the mirror or a batch,
//! so neither ever holds what is hidden. `docs/privacy.md` says what that is, level by level.
//!
//! - [`rules`]: what the page's author decided.
//! - `exposure`: which level holds where, and what text is there.
//! - `attributes`, `attribute_names`: what attributes hold and how each kind is treated.
//! - `form_controls`: which values a visitor gave.
//! - [`address`], `free_text`, `css`: what is hidden within addresses, messages and style.
//! - `secrets`: how private facts look.
//! - `signals`: what errors, the console, requests and measurements hold of addresses and messages.
//! - `content`: what headers and bodies of requests and answers hold.
//! - `filler`: what stands in place of what is masked.

pub mod address;
pub mod rules;

mod attribute_names;
mod attributes;
mod content;
mod css;
mod exposure;
mod filler;
mod form_controls;
mod free_text;
mod secrets;
mod signals;

use wire_format::NodeId;
use wire_format::mirror::{Mirror, MirrorNode};
use wire_format::node::{Content, Forest, Node, Text};
use wire_format::record::{AttributeChange, Mutation, Record, Run, TextChange};
use wire_format::sheet::Rules;
use wire_format::state::{PrivacyMark, State};

use attributes::{Subject, Treatment, mask_attributes};
use css::CssPlace;
use exposure::{Exposure, Surroundings, Traits};
use filler::{mask_text, mask_value, rewrite};
use form_controls::Author;
pub use rules::{Level, Privacy, UnknownLevel};

use crate::text::{find, split_once};

impl Privacy {
    /// Masks a record that is about to be applied to this mirror; `false` if nothing of it may leave
    /// the page.
    pub fn mask_record(&self, mirror: &Mirror, record: &mut Record<'_>) -> bool {
        match record {
            Record::FullSnapshot(snapshot) => self.mask_document(&mut snapshot.forest),
            Record::Mutation(mutation) => self.mask_mutation(mirror, mutation),
            Record::Input { node, state } | Record::State { node, state } => {
                return self.mask_changed_state(mirror, *node, state);
            }
            Record::StyleSheet { sheet, rules } => {
                self.mask_rules(rules, self.sheet_level(mirror, *sheet));
            }
            Record::RuleEdits { sheet, edits } => {
                let level = self.sheet_level(mirror, *sheet);
                let rules = edits.iter_mut().filter_map(|edit| edit.inserted.as_mut());
                rules.for_each(|rule| self.mask_css(rule, level));
            }
            Record::SheetMedia { sheet, media } => {
                self.mask_css(media, self.sheet_level(mirror, *sheet));
            }
            Record::Navigation { url, .. } => self.mask_address(url),
            Record::RequestContent(content) => self.mask_content(content),
            record => self.mask_signal(record),
        }
        true
    }

    /// Masks a whole document.
    pub fn mask_document(&self, forest: &mut Forest<'_>) {
        let tree_count = u32::from(!forest.is_empty());
        self.mask_trees(forest.iter_mut(), tree_count, Exposure::at(self.level));
    }

    /// Masks the address of something that belongs to the page as a whole.
    pub fn mask_address(&self, address: &mut Text<'_>) {
        rewrite(address, |address| self.scrub_address(address, self.level));
    }

    fn mask_mutation(&self, mirror: &Mirror, mutation: &mut Mutation<'_>) {
        let mut surroundings = Surroundings::after(mirror, self.level, mutation);
        let mut nodes = mutation.forest.iter_mut();
        for Run {
            parent, tree_count, ..
        } in &mutation.runs
        {
            self.mask_trees(&mut nodes, *tree_count, surroundings.below(*parent));
        }
        mutation.attributes.retain_mut(|change| {
            let node = mirror.node(change.node);
            node.is_some_and(|node| self.mask_attribute_change(&mut surroundings, node, change))
        });
        for TextChange { node, content } in &mut mutation.texts {
            let exposure = surroundings.of_text(*node);
            self.mask_node_text(mirror.node(*node), exposure, content);
        }
    }

    /// Masks the next trees of a forest, whose parent has this exposure.
    fn mask_trees<'n, 'a: 'n>(
        &self,
        mut nodes: impl Iterator<Item = &'n mut Node<'a>>,
        tree_count: u32,
        exposure: Exposure,
    ) {
        // Per open node, how many of its children are still to come and what holds for them.
        let mut open = vec![(tree_count, exposure)];
        while let Some((left, exposure)) = open.last_mut() {
            if *left == 0 {
                open.pop();
                continue;
            }
            *left -= 1;
            let exposure = *exposure;
            let Some(node) = nodes.next() else { return };
            open.push((node.child_count, self.mask_node(node, exposure)));
        }
    }

    /// Masks a node; says what holds for its children.
    fn mask_node(&self, node: &mut Node<'_>, exposure: Exposure) -> Exposure {
        match &mut node.content {
            Content::Element(element) => {
                let mark = PrivacyMark::of(&node.states);
                let below = exposure.below(Traits::of(element, mark));
                let author = Author::of(element, mark);
                let is_box = matches!(mark, Some(PrivacyMark::Blocked { .. }));
                node.states.retain_mut(|state| match state {
                    State::Privacy(_) => true,
                    _ => !is_box && self.mask_state(author, below, state),
                });
                mask_attributes(self, element, mark, below);
                return below;
            }
            Content::Text(text) | Content::Cdata(text) => exposure.apply_to_text(self, text),
            Content::Comment(text) => exposure.apply_to_comment(text),
            _ => {}
        }
        let author = Author::VisitorInPrivate;
        node.states
            .retain_mut(|state| self.mask_state(author, exposure, state));
        // What stands between the tags of a frame is not shown; its document is.
        let is_document = node.content == Content::Document;
        exposure.below(if is_document {
            Traits::of_document()
        } else {
            Traits::default()
        })
    }

    /// Masks the state of a node; `false` if it may not be told at all.
    fn mask_state(&self, author: Author, exposure: Exposure, state: &mut State<'_>) -> bool {
        match state {
            State::Value(value) if author.hides_value(exposure.level) => rewrite(value, mask_value),
            State::Value(value) if exposure.level == Level::Mask => rewrite(value, mask_text),
            State::Rules(rules) => self.mask_rules(rules, exposure.level),
            State::ConstructedSheets(sheets) => {
                for sheet in sheets {
                    self.mask_rules(&mut sheet.rules, self.level);
                    let media = sheet.media.iter_mut();
                    media.for_each(|media| self.mask_css(media, self.level));
                }
            }
            State::SheetMedia(media) => self.mask_css(media, exposure.level),
            State::Source(address) | State::Address(address) => {
                rewrite(address, |address| {
                    self.scrub_address(address, exposure.level)
                });
            }
            // Keyframes may name pictures, which are hidden where this holds.
            State::Animations(json) => {
                return exposure.level == Level::Allow || find(json, "url(").is_none();
            }
            State::Files(_) => return exposure.level == Level::Allow,
            State::Bitmap(_) => return exposure.level != Level::Mask,
            State::Checked(_) | State::Selected(_) => return !author.hides_choice(exposure),
            _ => {}
        }
        true
    }

    fn mask_changed_state(&self, mirror: &Mirror, node: NodeId, state: &mut State<'_>) -> bool {
        let exposure = Surroundings::now(mirror, self.level).below(node);
        let author = mirror
            .node(node)
            .and_then(|node| Some(Author::of(node.element()?, node.privacy_mark())))
            .unwrap_or(Author::VisitorInPrivate);
        self.mask_state(author, exposure, state)
    }

    /// Masks an attribute that changes; `false` if the change may not be told at all.
    fn mask_attribute_change(
        &self,
        surroundings: &mut Surroundings<'_>,
        node: MirrorNode<'_>,
        AttributeChange { name, value, .. }: &mut AttributeChange<'_>,
    ) -> bool {
        let Some(element) = node.element() else {
            return false;
        };
        let subject = Subject {
            element,
            mark: node.privacy_mark(),
            exposure: surroundings.below(node.id()),
        };
        let treatment = subject.treatment(self, name, value.as_deref().unwrap_or_default());
        if let Some(value) = value {
            treatment.apply_to(self, value);
        }
        treatment != Treatment::LeftOut
    }

    fn mask_node_text(
        &self,
        node: Option<MirrorNode<'_>>,
        exposure: Exposure,
        content: &mut Text<'_>,
    ) {
        match node.map(MirrorNode::content) {
            Some(Content::Comment(_)) => exposure.apply_to_comment(content),
            _ => exposure.apply_to_text(self, content),
        }
    }

    /// A sheet that no element owns is one of the page as a whole.
    fn sheet_level(&self, mirror: &Mirror, sheet: NodeId) -> Level {
        Surroundings::now(mirror, self.level).below(sheet).level
    }

    fn mask_rules(&self, rules: &mut Rules<'_>, level: Level) {
        if let Rules::Inline(rules) = rules {
            for rule in rules {
                self.mask_css(rule, level);
            }
        }
    }

    fn mask_css(&self, css: &mut Text<'_>, level: Level) {
        rewrite(css, |css| self.scrub_css(css, level, CssPlace::Sheet));
    }

    fn mask_signal(&self, record: &mut Record<'_>) {
        let address = |address: &mut Text<'_>| self.mask_address(address);
        let text = |text: &mut Text<'_>| {
            rewrite(text, |text| self.scrub_text(text, self.level));
        };
        let resource = |address: &mut Text<'_>| match self.level {
            Level::Mask => rewrite(address, without_path),
            _ => self.mask_address(address),
        };
        signals::mask_signal(record, &address, &resource, &text);
    }
}

/// Where an address leads to, but not to what there.
fn without_path(address: &str) -> Text<'_> {
    let place = split_once(address, "://").map(|(scheme, rest)| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default();
        format!("{scheme}://{host}/*")
    });
    place.unwrap_or_default().into()
}

#[cfg(test)]
mod tests;
