use wire_format::record::{
    AttributeChange, DiscardReason, Mutation, NavigationKind, PointerAction, PointerActionKind,
    PointerKind, PointerMove, PointerSample, Record, Run, TextChange, ThinningLevel,
};

use super::node_entries::{read_forest, read_state};
use super::strings::Strings;
use super::words::{Words, number};
use super::{CaptureError, Captured, op, performance, signals, style_sheets, window};

/// A message of the collector, read op by op.
#[derive(Debug)]
pub struct CaptureMessage<'a> {
    words: Words<'a>,
    strings: Strings<'a>,
    /// The parts of the mutation that is being read.
    mutation: Mutation<'a>,
    /// Milliseconds since the recorder's origin, of the op read last.
    at: u32,
}

impl<'a> CaptureMessage<'a> {
    /// Finds the strings of a message; its ops are read as they are asked for.
    pub fn open(ops: &'a [u32], lengths: &[u32], text: &'a str) -> Result<Self, CaptureError> {
        Ok(Self {
            words: Words::new(ops),
            strings: Strings::split(text, lengths)?,
            mutation: Mutation::default(),
            at: 0,
        })
    }

    /// The next thing that was read, with its time in milliseconds since the recorder's origin.
    pub fn read_next(&mut self) -> Result<Option<(u32, Captured<'a>)>, CaptureError> {
        while !self.words.is_empty() {
            let code = self.words.word()?;
            let length = self.words.word()?;
            self.at = self.words.word()?;
            let body = self.words.take(length)?;
            if let Some(captured) = self.op(code, body)? {
                return Ok(Some((self.at, captured)));
            }
        }
        Ok(self.take_mutation().map(|mutation| (self.at, mutation)))
    }

    fn op(&mut self, code: u32, mut body: Words<'a>) -> Result<Option<Captured<'a>>, CaptureError> {
        match code {
            op::DOCUMENT => {
                let url = self.strings.required(body.word()?)?;
                return Ok(Some(Captured::Document {
                    url,
                    width: body.word()?,
                    height: body.word()?,
                }));
            }
            op::INSERT => return self.insert(body),
            op::SNAPSHOT_COMPLETE => return Ok(Some(Captured::SnapshotComplete)),
            op::MUTATION_END => return Ok(self.take_mutation()),
            op::REMOVE => self.remove(body)?,
            op::ATTRIBUTE => self.attributes(body)?,
            op::TEXT => self.texts(body)?,
            op::REQUEST_START => return signals::request_start(body, &self.strings).map(Some),
            op::PERFORMANCE_ENTRY => {
                return performance::read_entry(body, &self.strings).map(Some);
            }
            _ => {
                return self
                    .record(code, body)
                    .map(|record| Some(Captured::Record(record)));
            }
        }
        Ok(None)
    }

    fn take_mutation(&mut self) -> Option<Captured<'a>> {
        let mutation = std::mem::take(&mut self.mutation);
        (mutation != Mutation::default()).then_some(Captured::Record(Record::Mutation(mutation)))
    }

    fn insert(&mut self, mut body: Words<'a>) -> Result<Option<Captured<'a>>, CaptureError> {
        let parent = body.optional_node()?;
        let previous = body.optional_node()?;
        let (mut forest, tree_count) = read_forest(
            &mut body,
            &self.strings,
            parent.map_or(0, wire_format::NodeId::get),
        )?;
        let Some(parent) = parent else {
            return Ok(Some(Captured::Root(forest)));
        };
        self.mutation.runs.push(Run {
            parent,
            previous,
            tree_count,
        });
        self.mutation.forest.append(&mut forest);
        Ok(None)
    }

    fn remove(&mut self, mut body: Words<'a>) -> Result<(), CaptureError> {
        while !body.is_empty() {
            self.mutation.removed.push(body.node()?);
        }
        Ok(())
    }

    fn attributes(&mut self, mut body: Words<'a>) -> Result<(), CaptureError> {
        while !body.is_empty() {
            let node = body.node()?;
            let name = self.strings.required(body.word()?)?.into();
            let value = self.strings.optional(body.word()?)?.map(Into::into);
            self.mutation
                .attributes
                .push(AttributeChange { node, name, value });
        }
        Ok(())
    }

    fn texts(&mut self, mut body: Words<'a>) -> Result<(), CaptureError> {
        while !body.is_empty() {
            self.mutation.texts.push(TextChange {
                node: body.node()?,
                content: self.strings.required(body.word()?)?.into(),
            });
        }
        Ok(())
    }

    fn record(&self, code: u32, mut body: Words<'a>) -> Result<Record<'a>, CaptureError> {
        let strings = &self.strings;
        Ok(match code {
            op::POINTER_MOVE => Record::PointerMove(pointer_move(&mut body)?),
            op::POINTER_ACTION => Record::PointerAction(PointerAction {
                kind: number(&mut body, PointerActionKind::from_number, "pointer action")?,
                node: body.optional_node()?,
                x: body.signed()?,
                y: body.signed()?,
                pointer: number(&mut body, PointerKind::from_number, "pointer")?,
            }),
            op::SCROLL => Record::Scroll {
                node: body.node()?,
                x: body.signed()?,
                y: body.signed()?,
            },
            op::VIEWPORT => Record::Viewport {
                width: body.word()?,
                height: body.word()?,
            },
            op::BLOCK_SIZE => Record::BlockSize {
                node: body.node()?,
                width: body.word()?,
                height: body.word()?,
            },
            op::INPUT => Record::Input {
                node: body.node()?,
                state: read_state(&mut body, strings)?,
            },
            op::STATE => Record::State {
                node: body.node()?,
                state: read_state(&mut body, strings)?,
            },
            op::FOCUS => Record::Focus {
                node: body.node()?,
                focused: body.flag()?,
            },
            op::VISIBILITY => Record::Visibility {
                visible: body.flag()?,
            },
            op::NAVIGATION => Record::Navigation {
                how: number(&mut body, NavigationKind::from_number, "navigation kind")?,
                url: strings.required(body.word()?)?.into(),
            },
            op::CUSTOM_EVENT => Record::CustomEvent {
                name: strings.required(body.word()?)?.into(),
                payload_json: strings.optional(body.word()?)?.map(Into::into),
            },
            op::IDENTIFY => Record::Identify {
                user_id: strings.required(body.word()?)?.into(),
                traits_json: strings.optional(body.word()?)?.map(Into::into),
            },
            op::DISCARDED => Record::Discarded {
                reason: number(&mut body, DiscardReason::from_number, "discard reason")?,
                count: body.word()?.into(),
            },
            op::STYLE_SHEET | op::RULE_EDITS..=op::ADOPTED_SHEETS => {
                style_sheets::record(code, &mut body, strings)?
            }
            op::SELECTION..=op::ORIENTATION => window::record(code, body)?,
            op::THINNING => Record::Thinning {
                level: number(&mut body, ThinningLevel::from_number, "thinning level")?,
                skipped_count: body.word()?.into(),
            },
            _ => return signals::record(code, body, strings),
        })
    }
}

fn pointer_move(body: &mut Words<'_>) -> Result<PointerMove, CaptureError> {
    let pointer = number(body, PointerKind::from_number, "pointer")?;
    let mut samples = Vec::new();
    while !body.is_empty() {
        samples.push(PointerSample {
            age_ms: body.word()?,
            node: body.optional_node()?,
            x: body.signed()?,
            y: body.signed()?,
        });
    }
    Ok(PointerMove { pointer, samples })
}
