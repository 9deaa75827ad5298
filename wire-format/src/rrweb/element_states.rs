//! What elements have beside their markup, when it changes or when its element arrives.

use super::Exporter;
use super::bitmaps::drawing;
use super::events::{Source, write_custom, write_incremental};
use super::json::Json;
use super::mutation::write_attribute_event;
use super::pictures::{alternatives, deciding_attributes};
use crate::id::NodeId;
use crate::mirror::{Mirror, MirrorNode};
use crate::state::{Media, State, TopLayer, TopLayerKind};

/// rrweb's numbers for a medium that plays and one that does not.
const PLAY: i64 = 0;
const PAUSE: i64 = 1;

impl Exporter {
    /// A state that changed.
    pub(super) fn element_state(&mut self, at_ms: u64, node: NodeId, state: &State<'_>) {
        match state {
            State::Selected(selected) => {
                let value = selected.then_some("");
                self.attributes(at_ms, node, &[("selected", value)]);
            }
            State::Source(_) => self.choice(at_ms, node),
            State::Media(media) => self.media(at_ms, node, *media),
            _ => self.late_state(at_ms, node, state),
        }
    }

    /// The states of nodes that have just arrived, as far as the nodes themselves could not tell.
    pub(super) fn late_states(&mut self, at_ms: u64, nodes: &[NodeId]) {
        let mut states: Vec<(NodeId, State<'static>)> = Vec::new();
        for node in nodes.iter().filter_map(|&node| self.mirror.node(node)) {
            let late = node.states().iter().filter(|state| is_late(state));
            states.extend(late.map(|state| (node.id(), state.to_static())));
        }
        // What came into the top layer later is above the others.
        states.sort_by_key(|(_, state)| match state {
            State::TopLayer(top_layer) => top_layer.order,
            _ => 0,
        });
        for (node, state) in &states {
            self.late_state(at_ms, *node, state);
        }
    }

    fn late_state(&mut self, at_ms: u64, node: NodeId, state: &State<'_>) {
        match state {
            State::TopLayer(top_layer) => self.top_layer(at_ms, node, *top_layer),
            State::Bitmap(picture) => self.bitmap(at_ms, node, picture),
            State::Indeterminate(indeterminate) => self.custom_state(at_ms, node, |json| {
                json.bool("indeterminate", *indeterminate);
            }),
            State::Animations(animations) => self.custom_state(at_ms, node, |json| {
                json.checked_json("animations", Some(animations));
            }),
            State::Files(count) => {
                self.custom_state(at_ms, node, |json| json.number("files", *count))
            }
            _ => {}
        }
    }

    /// The stock replayer knows modal dialogs; our player does the rest.
    fn top_layer(&mut self, at_ms: u64, node: NodeId, top_layer: TopLayer) {
        if top_layer.kind == TopLayerKind::ModalDialog {
            let attributes = [("open", Some("")), ("rr_open_mode", Some("modal"))];
            self.attributes(at_ms, node, &attributes);
        }
        self.custom_state(at_ms, node, |json| {
            json.string("topLayer", name_of(top_layer.kind));
        });
    }

    fn bitmap(&mut self, at_ms: u64, node: NodeId, picture: &[u8]) {
        let Some(commands) = drawing(&self.mirror, node, picture) else {
            return;
        };
        write_incremental(&mut self.events, at_ms, Source::CanvasMutation, |json| {
            json.node("id", node);
            json.number("type", 0);
            json.raw("commands", &commands);
        });
    }

    fn media(&mut self, at_ms: u64, node: NodeId, media: Media) {
        write_incremental(&mut self.events, at_ms, Source::MediaInteraction, |json| {
            json.number("type", if media.is_playing { PLAY } else { PAUSE });
            json.node("id", node);
            json.float("currentTime", seconds(media));
            json.float("volume", volume(media));
            json.bool("muted", media.is_muted);
            json.bool("loop", media.is_looping);
            json.float("playbackRate", rate(media));
        });
    }

    /// What an `img` has chosen.
    fn choice(&mut self, at_ms: u64, node: NodeId) {
        let Some(image) = self.mirror.node(node) else {
            return;
        };
        let attributes = deciding_attributes(image, &self.page.addresses);
        let attributes: Vec<_> = attributes
            .iter()
            .map(|(name, value)| (*name, value.as_deref()))
            .collect();
        let alternatives: Vec<NodeId> = alternatives(image).map(MirrorNode::id).collect();
        self.attributes(at_ms, node, &attributes);
        for alternative in alternatives {
            self.attributes(at_ms, alternative, &[("srcset", None)]);
        }
    }

    /// Attributes that are set, or taken away, because a state says so.
    pub(super) fn attributes(
        &mut self,
        at_ms: u64,
        node: NodeId,
        attributes: &[(&str, Option<&str>)],
    ) {
        write_attribute_event(&mut self.events, at_ms, node, |json| {
            for (name, value) in attributes {
                match value {
                    Some(value) => json.string(name, value),
                    None => json.null(name),
                }
            }
        });
    }

    fn custom_state(&mut self, at_ms: u64, node: NodeId, state: impl FnOnce(&mut Json)) {
        write_custom(&mut self.events, at_ms, "element state", |json| {
            json.node("id", node);
            state(json);
        });
    }
}

/// Writes the states that rrweb keeps among the attributes of a node.
pub(super) fn write_state_attributes(json: &mut Json, node: MirrorNode<'_>) {
    for state in node.states() {
        match state {
            State::Media(media) => {
                let playing = if media.is_playing { "played" } else { "paused" };
                json.string("rr_mediaState", playing);
                json.float("rr_mediaCurrentTime", seconds(*media));
                json.float("rr_mediaVolume", volume(*media));
                json.bool("rr_mediaMuted", media.is_muted);
                json.bool("rr_mediaLoop", media.is_looping);
                json.float("rr_mediaPlaybackRate", rate(*media));
            }
            State::TopLayer(TopLayer {
                kind: TopLayerKind::ModalDialog,
                ..
            }) => json.string("rr_open_mode", "modal"),
            _ => {}
        }
    }
}

/// The nodes of a document, for which something is to be told after it stands.
pub(super) fn nodes_with_states(mirror: &Mirror) -> Vec<NodeId> {
    let Some(document) = mirror.document() else {
        return Vec::new();
    };
    let forest = document.forest();
    let with_states = forest.iter().filter(|node| node.states.iter().any(is_late));
    with_states.map(|node| node.id).collect()
}

const fn is_late(state: &State<'_>) -> bool {
    matches!(
        state,
        State::TopLayer(_)
            | State::Bitmap(_)
            | State::Indeterminate(_)
            | State::Animations(_)
            | State::Files(_)
    )
}

const fn name_of(kind: TopLayerKind) -> &'static str {
    match kind {
        TopLayerKind::Outside => "outside",
        TopLayerKind::ModalDialog => "modal dialog",
        TopLayerKind::Popover => "popover",
        TopLayerKind::Fullscreen => "fullscreen",
    }
}

fn seconds(media: Media) -> f64 {
    f64::from(media.position_ms) / 1_000.0
}

fn volume(media: Media) -> f64 {
    f64::from(media.volume_percent.min(100)) / 100.0
}

fn rate(media: Media) -> f64 {
    f64::from(media.rate_percent) / 100.0
}
