use wire_format::limits::TREE_DEPTH_MAX;
use wire_format::mirror::{Mirror, MirrorNode};
use wire_format::node::{Content, Element, Node, Text};
use wire_format::record::Mutation;
use wire_format::state::PrivacyMark;
use wire_format::{NodeId, NodeMap};

use super::css::CssPlace;
use super::filler::{mask_text, mask_value, rewrite};
use super::form_controls::Author;
use super::rules::{Level, Privacy};

/// How the children of a node are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exposure {
    pub(super) level: Level,
    pub(super) writing: Writing,
    /// Whether they belong to a control whose value is always private.
    pub(super) is_private: bool,
}

/// What text is, by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// What the page says.
    Page,
    /// What a visitor can edit in the page.
    Edited,
    /// The value of a form control.
    Value,
    Style,
    /// A program or its data.
    Script,
    /// What browsers that run scripts do not show.
    Unseen,
}

impl Exposure {
    pub(super) const fn at(level: Level) -> Self {
        Self {
            level,
            writing: Writing::Page,
            is_private: false,
        }
    }

    /// What holds for the children of an element that stands where this holds.
    pub(super) fn below(self, traits: Traits) -> Self {
        Self {
            level: traits.level.unwrap_or(self.level),
            writing: traits.writing.unwrap_or(self.writing),
            is_private: self.is_private || traits.is_private,
        }
    }

    pub(super) fn apply_to_text(self, privacy: &Privacy, text: &mut Text<'_>) {
        let is_allowed = self.level == Level::Allow;
        match self.writing {
            Writing::Script => *text = Text::Borrowed(""),
            Writing::Unseen if !is_allowed => *text = Text::Borrowed(""),
            Writing::Value if self.is_private || !is_allowed => rewrite(text, mask_value),
            Writing::Edited if !is_allowed => rewrite(text, mask_text),
            Writing::Style => rewrite(text, |css| {
                privacy.scrub_css(css, self.level, CssPlace::Sheet)
            }),
            Writing::Page if self.level == Level::Mask => rewrite(text, mask_text),
            _ => {}
        }
    }

    /// Comments are not shown, and often say more than the page does.
    pub(super) fn apply_to_comment(self, comment: &mut Text<'_>) {
        if self.level != Level::Allow || self.writing == Writing::Script {
            *comment = Text::Borrowed("");
        }
    }
}

/// What an element changes for its children.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    level: Option<Level>,
    writing: Option<Writing>,
    is_private: bool,
}

impl Traits {
    pub(super) fn of(element: &Element<'_>, mark: Option<PrivacyMark>) -> Self {
        let author = Author::of(element, mark);
        let is_editable = element
            .attribute("contenteditable")
            .map(|value| !value.eq_ignore_ascii_case("false"));
        let writing = match element.tag.as_ref() {
            "script" => Some(Writing::Script),
            "style" => Some(Writing::Style),
            "textarea" => Some(Writing::Value),
            "noscript" | "noembed" | "noframes" | "iframe" => Some(Writing::Unseen),
            _ => is_editable.map(|is_editable| {
                if is_editable {
                    Writing::Edited
                } else {
                    Writing::Page
                }
            }),
        };
        Self {
            level: level_of(mark),
            writing,
            is_private: author == Author::VisitorInPrivate,
        }
    }

    pub(super) fn of_document() -> Self {
        Self {
            writing: Some(Writing::Page),
            ..Self::default()
        }
    }

    fn of_node(node: MirrorNode<'_>) -> Self {
        match node.content() {
            Content::Element(element) => Self::of(element, node.privacy_mark()),
            Content::Document => Self::of_document(),
            _ => Self::default(),
        }
    }
}

/// The document as a mutation will leave it. What is masked is decided by where nodes will be, not
/// by where they were: a text that changes on its way into a masked element is masked.
pub(super) struct Surroundings<'m> {
    mirror: &'m Mirror,
    page: Exposure,
    findings: NodeMap<Finding>,
}

/// What is known of a node before it is looked up in the mirror.
#[derive(Default)]
struct Finding {
    parent: Option<NodeId>,
    traits: Option<Traits>,
    exposure: Option<Exposure>,
}

impl<'m> Surroundings<'m> {
    /// The document as it is, at a level that holds where no element says otherwise.
    pub(super) fn now(mirror: &'m Mirror, level: Level) -> Self {
        Self {
            mirror,
            page: Exposure::at(level),
            findings: NodeMap::default(),
        }
    }

    pub(super) fn after(mirror: &'m Mirror, level: Level, mutation: &Mutation<'_>) -> Self {
        let mut surroundings = Self::now(mirror, level);
        let mut nodes = mutation.forest.iter();
        for run in &mutation.runs {
            surroundings.add_trees(&mut nodes, run.parent, run.tree_count);
        }
        surroundings
    }

    /// What will hold for the children of a node.
    pub(super) fn below(&mut self, node: NodeId) -> Exposure {
        let mut exposure = self.page;
        let mut chain = Vec::new();
        let mut current = Some(node);
        while let Some(id) = current.filter(|_| chain.len() < TREE_DEPTH_MAX) {
            if let Some(known) = self.finding(id).and_then(|finding| finding.exposure) {
                exposure = known;
                break;
            }
            chain.push(id);
            current = self.parent(id);
        }
        for id in chain.into_iter().rev() {
            exposure = exposure.below(self.traits(id));
            self.findings.entry(id).or_default().exposure = Some(exposure);
        }
        exposure
    }

    /// What will hold for a text; it is masked if nobody knows where it is.
    pub(super) fn of_text(&mut self, text: NodeId) -> Exposure {
        self.parent(text)
            .map_or(Exposure::at(Level::Mask), |parent| self.below(parent))
    }

    fn add_trees<'n>(
        &mut self,
        nodes: &mut impl Iterator<Item = &'n Node<'n>>,
        parent: NodeId,
        tree_count: u32,
    ) {
        // Per open node, how many of its children are still to come.
        let mut open = vec![(parent, tree_count)];
        while let Some((parent, left)) = open.last_mut() {
            if *left == 0 {
                open.pop();
                continue;
            }
            *left -= 1;
            let parent = *parent;
            let Some(node) = nodes.next() else { return };
            let finding = self.findings.entry(node.id).or_default();
            finding.parent = Some(parent);
            let traits = match &node.content {
                Content::Element(element) => {
                    Some(Traits::of(element, PrivacyMark::of(&node.states)))
                }
                Content::Document => Some(Traits::of_document()),
                // What holds for it is known from where it was.
                Content::Moved => None,
                _ => Some(Traits::default()),
            };
            finding.traits = traits.or(finding.traits);
            open.push((node.id, node.child_count));
        }
    }

    fn parent(&self, node: NodeId) -> Option<NodeId> {
        let known = || self.mirror.node(node)?.parent().map(MirrorNode::id);
        let found = self.finding(node).and_then(|finding| finding.parent);
        found.or_else(known)
    }

    fn traits(&self, node: NodeId) -> Traits {
        let known = || self.mirror.node(node).map(Traits::of_node);
        let nowhere = Traits {
            level: Some(Level::Mask),
            ..Traits::default()
        };
        let found = self.finding(node).and_then(|finding| finding.traits);
        found.or_else(known).unwrap_or(nowhere)
    }

    fn finding(&self, node: NodeId) -> Option<&Finding> {
        self.findings.get(&node)
    }
}

const fn level_of(mark: Option<PrivacyMark>) -> Option<Level> {
    match mark {
        Some(PrivacyMark::Mask) => Some(Level::Mask),
        Some(PrivacyMark::MaskUserInput) => Some(Level::MaskUserInput),
        Some(PrivacyMark::Allow) => Some(Level::Allow),
        _ => None,
    }
}
