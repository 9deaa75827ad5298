use wire_format::record::{
    AttributeChange, DiscardReason, Mutation, NavigationKind, PointerAction, PointerActionKind,
    PointerKind, PointerMove, PointerSample, Record, Run, TextChange, ThinningLevel,
};

use super::node_entries::{read_forest, read_state};
use super::op_body::OpBody;
use super::strings::Strings;
use super::{CaptureError, Captured, op, performance, signals, style_sheets, window};

/// A message of the collector, read op by op.
#[derive(Debug)]
pub struct CaptureMessage<'a> {
    ops: &'a [u32],
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
            ops,
            strings: Strings::split(text, lengths)?,
            mutation: Mutation::default(),
            at: 0,
        })
    }

    /// The next thing that was read, with its time in milliseconds since the recorder's origin.
    pub fn read_next(&mut self) -> Result<Option<(u32, Captured<'a>)>, CaptureError> {
        while let Some((code, words)) = self.next_op()? {
            let mut body = OpBody::new(words, &self.strings);
            let captured = read_op(code, &mut body, &mut self.mutation)?;
            body.finish()?;
            if let Some(captured) = captured {
                return Ok(Some((self.at, captured)));
            }
        }
        Ok(take_mutation(&mut self.mutation).map(|mutation| (self.at, mutation)))
    }

    fn next_op(&mut self) -> Result<Option<(u32, &'a [u32])>, CaptureError> {
        if self.ops.is_empty() {
            return Ok(None);
        }
        let (&[code, length, at], rest) = self
            .ops
            .split_first_chunk()
            .ok_or(CaptureError::Truncated)?;
        let (words, rest) = rest
            .split_at_checked(length as usize)
            .ok_or(CaptureError::Truncated)?;
        self.ops = rest;
        self.at = at;
        Ok(Some((code, words)))
    }
}

fn read_op<'a>(
    code: u32,
    body: &mut OpBody<'_, 'a>,
    mutation: &mut Mutation<'a>,
) -> Result<Option<Captured<'a>>, CaptureError> {
    match code {
        op::DOCUMENT => {
            return Ok(Some(Captured::Document {
                url: body.text(),
                width: body.word(),
                height: body.word(),
            }));
        }
        op::INSERT => return insert(body, mutation),
        op::SNAPSHOT_COMPLETE => return Ok(Some(Captured::SnapshotComplete)),
        op::MUTATION_END => return Ok(take_mutation(mutation)),
        op::REMOVE => {
            while !body.is_empty() {
                mutation.removed.push(body.node());
            }
        }
        op::ATTRIBUTE => {
            while !body.is_empty() {
                mutation.attributes.push(AttributeChange {
                    node: body.node(),
                    name: body.text().into(),
                    value: body.optional_text().map(Into::into),
                });
            }
        }
        op::TEXT => {
            while !body.is_empty() {
                mutation.texts.push(TextChange {
                    node: body.node(),
                    content: body.text().into(),
                });
            }
        }
        op::REQUEST_START => return signals::request_start(body).map(Some),
        op::PERFORMANCE_ENTRY => return performance::read_entry(body).map(Some),
        _ => return Ok(Some(Captured::Record(record(code, body)?))),
    }
    Ok(None)
}

fn take_mutation<'a>(mutation: &mut Mutation<'a>) -> Option<Captured<'a>> {
    let mutation = std::mem::take(mutation);
    (!mutation.is_empty()).then_some(Captured::Record(Record::Mutation(mutation)))
}

fn insert<'a>(
    body: &mut OpBody<'_, 'a>,
    mutation: &mut Mutation<'a>,
) -> Result<Option<Captured<'a>>, CaptureError> {
    let parent = body.optional_node();
    let previous = body.optional_node();
    let (mut forest, tree_count) = read_forest(body, parent.map_or(0, wire_format::NodeId::get))?;
    let Some(parent) = parent else {
        return Ok(Some(Captured::Root(forest)));
    };
    mutation.runs.push(Run {
        parent,
        previous,
        tree_count,
    });
    mutation.forest.append(&mut forest);
    Ok(None)
}

fn record<'a>(code: u32, body: &mut OpBody<'_, 'a>) -> Result<Record<'a>, CaptureError> {
    Ok(match code {
        op::POINTER_MOVE => Record::PointerMove(pointer_move(body)?),
        op::POINTER_ACTION => Record::PointerAction(PointerAction {
            kind: body.one_of(PointerActionKind::from_number, "pointer action")?,
            node: body.optional_node(),
            x: body.signed(),
            y: body.signed(),
            pointer: body.one_of(PointerKind::from_number, "pointer")?,
        }),
        op::SCROLL => Record::Scroll {
            node: body.node(),
            x: body.signed(),
            y: body.signed(),
        },
        op::VIEWPORT => Record::Viewport {
            width: body.word(),
            height: body.word(),
        },
        op::BLOCK_SIZE => Record::BlockSize {
            node: body.node(),
            width: body.word(),
            height: body.word(),
        },
        op::INPUT => Record::Input {
            node: body.node(),
            state: read_state(body)?,
        },
        op::STATE => Record::State {
            node: body.node(),
            state: read_state(body)?,
        },
        op::FOCUS => Record::Focus {
            node: body.node(),
            focused: body.flag(),
        },
        op::VISIBILITY => Record::Visibility {
            visible: body.flag(),
        },
        op::NAVIGATION => Record::Navigation {
            how: body.one_of(NavigationKind::from_number, "navigation kind")?,
            url: body.text().into(),
        },
        op::CUSTOM_EVENT => Record::CustomEvent {
            name: body.text().into(),
            payload_json: body.optional_text().map(Into::into),
        },
        op::IDENTIFY => Record::Identify {
            user_id: body.text().into(),
            traits_json: body.optional_text().map(Into::into),
        },
        op::DISCARDED => Record::Discarded {
            reason: body.one_of(DiscardReason::from_number, "discard reason")?,
            count: body.word().into(),
        },
        op::STYLE_SHEET | op::RULE_EDITS..=op::ADOPTED_SHEETS => style_sheets::record(code, body)?,
        op::SELECTION..=op::ORIENTATION => window::record(code, body)?,
        op::PAUSE => Record::Pause {
            paused: body.flag(),
        },
        op::THINNING => Record::Thinning {
            level: body.one_of(ThinningLevel::from_number, "thinning level")?,
            skipped_count: body.word().into(),
        },
        _ => return signals::record(code, body),
    })
}

fn pointer_move(body: &mut OpBody<'_, '_>) -> Result<PointerMove, CaptureError> {
    let pointer = body.one_of(PointerKind::from_number, "pointer")?;
    let mut samples = Vec::new();
    while !body.is_empty() {
        samples.push(PointerSample {
            age_ms: body.word(),
            node: body.optional_node(),
            x: body.signed(),
            y: body.signed(),
        });
    }
    Ok(PointerMove { pointer, samples })
}
