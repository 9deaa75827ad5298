use super::{Decoder, Sum};
use crate::error::{DecodeError, Result};
use crate::id::{NodeId, SessionId, WindowId};
use crate::record::{
    DiscardReason, FullSnapshot, NavigationKind, PointerAction, PointerActionKind, PointerKind,
    PointerMove, PointerSample, Record, ThinningLevel, VisualViewport,
};

impl<'a> Decoder<'a> {
    /// The milliseconds since the record before, and the record; `None` for a kind or a state
    /// that a newer writer added.
    #[inline]
    pub(crate) fn record(&mut self) -> Result<(u64, Option<Record<'a>>)> {
        let mut field_count = self.input.array_of(2)?;
        let kind = self.input.uint()?;
        let delta_ms = self.input.uint()?;
        let Some(known) = known_fields(kind) else {
            self.input.skip(field_count)?;
            return Ok((delta_ms, None));
        };
        field_count = field_count
            .checked_sub(known)
            .ok_or(DecodeError::Unexpected("a longer record"))?;
        let record = self.fields(kind)?;
        self.input.skip(field_count)?;
        Ok((delta_ms, record))
    }

    fn fields(&mut self, kind: u64) -> Result<Option<Record<'a>>> {
        Ok(Some(match kind {
            1 => Record::FullSnapshot(self.full_snapshot()?),
            2 => Record::Mutation(self.mutation()?),
            3 => Record::PointerMove(self.pointer_move()?),
            4 => Record::PointerAction(self.pointer_action()?),
            5 => Record::Scroll {
                node: self.node()?,
                x: self.input.i32("scroll x")?,
                y: self.input.i32("scroll y")?,
            },
            6 => Record::Viewport {
                width: self.input.u32("width")?,
                height: self.input.u32("height")?,
            },
            7 => {
                let node = self.node()?;
                return Ok(self.state()?.map(|state| Record::Input { node, state }));
            }
            8 => Record::Focus {
                node: self.node()?,
                focused: self.input.bool()?,
            },
            9 => Record::Visibility {
                visible: self.input.bool()?,
            },
            10 => Record::Navigation {
                how: self.number(NavigationKind::from_number, "navigation kind")?,
                url: self.text()?,
            },
            11 => Record::PageError(self.page_error()?),
            12 => Record::CustomEvent {
                name: self.text()?,
                payload_json: self.optional_text()?,
            },
            13 => Record::Identify {
                user_id: self.text()?,
                traits_json: self.optional_text()?,
            },
            14 => Record::StyleSheet {
                sheet: self.node()?,
                rules: self.rules()?,
            },
            15 => Record::Discarded {
                reason: self.number(DiscardReason::from_number, "discard reason")?,
                count: self.input.uint()?,
            },
            16 => Record::RuleEdits {
                sheet: self.node()?,
                edits: self.rule_edits()?,
            },
            17 => Record::SheetMedia {
                sheet: self.node()?,
                media: self.text()?,
            },
            18 => Record::AdoptedSheets {
                root: self.node()?,
                sheets: self.sheet_ids()?,
            },
            30 => {
                let node = self.node()?;
                return Ok(self.state()?.map(|state| Record::State { node, state }));
            }
            31 => Record::Selection(self.selection()?),
            32 => Record::VisualViewport(VisualViewport {
                x: self.input.i32("x")?,
                y: self.input.i32("y")?,
                scale_permille: self.input.u32("scale")?,
            }),
            33 => Record::WindowFocus {
                focused: self.input.bool()?,
            },
            34 => Record::Orientation {
                angle: self.input.u32("angle")?,
            },
            40 => Record::Console(self.console_message()?),
            41 => Record::ConsoleSkipped {
                count: self.input.uint()?,
            },
            42 => Record::LoadFailure(self.load_failure()?),
            43 => Record::PolicyViolation(self.policy_violation()?),
            44 => Record::RequestStart(self.request_start()?),
            45 => Record::RequestEnd(self.request_end()?),
            46 => Record::RequestTiming(self.request_timing()?),
            47 => Record::RequestContent(self.request_content()?),
            48 => Record::WebVital(self.web_vital()?),
            49 => Record::LongFrame(self.long_frame()?),
            50 => Record::ResourceSummary(self.resource_summary()?),
            51 => Record::Memory(self.memory()?),
            52 => Record::Frustration(self.frustration()?),
            53 => Record::Tag {
                name: self.text()?,
                value_json: self.text()?,
            },
            54 => Record::Flag {
                name: self.text()?,
                value_json: self.text()?,
            },
            58 => Record::Thinning {
                level: self.number(ThinningLevel::from_number, "thinning level")?,
                skipped_count: self.input.uint()?,
            },
            56 => Record::BlockSize {
                node: self.node()?,
                width: self.input.u32("width")?,
                height: self.input.u32("height")?,
            },
            60 => Record::PreviousSession(SessionId::from_bytes(self.input.id16()?)),
            61 => Record::Released(self.release()?),
            62 => Record::Pause {
                paused: self.input.bool()?,
            },
            63 => Record::FramedBy {
                window: WindowId::from_bytes(self.input.id16()?),
                node: self.node()?,
            },
            _ => return Ok(None),
        }))
    }

    fn full_snapshot(&mut self) -> Result<FullSnapshot<'a>> {
        let url = self.text()?;
        let width = self.input.u32("width")?;
        let height = self.input.u32("height")?;
        let forest = self.forest()?;
        if forest.tree_count != 1 || !forest.starts_with_document {
            return Err(DecodeError::InconsistentForest);
        }
        Ok(FullSnapshot {
            url,
            width,
            height,
            forest: forest.nodes,
        })
    }

    fn pointer_move(&mut self) -> Result<PointerMove> {
        let pointer = self.number(PointerKind::from_number, "pointer")?;
        let count = self.groups(4)?;
        let (mut age, mut node, mut x, mut y) = <(Sum, Sum, Sum, Sum)>::default();
        let samples = self.list(count, |decoder| {
            let input = &mut decoder.input;
            Ok(PointerSample {
                age_ms: narrow(age.add(input.u32("age")?.into())?, "age")?,
                node: NodeId::new(narrow(node.add(input.int()?)?, "node id")?),
                x: narrow(x.add(input.int()?)?, "x")?,
                y: narrow(y.add(input.int()?)?, "y")?,
            })
        })?;
        Ok(PointerMove { pointer, samples })
    }

    fn pointer_action(&mut self) -> Result<PointerAction> {
        Ok(PointerAction {
            kind: self.number(PointerActionKind::from_number, "pointer action")?,
            node: self.optional_node()?,
            x: self.input.i32("x")?,
            y: self.input.i32("y")?,
            pointer: self.number(PointerKind::from_number, "pointer")?,
        })
    }

    pub(super) fn number<T>(
        &mut self,
        from_number: impl Fn(u64) -> Option<T>,
        field: &'static str,
    ) -> Result<T> {
        from_number(self.input.uint()?).ok_or(DecodeError::OutOfRange(field))
    }
}

fn narrow<T: TryFrom<i64>>(value: i64, field: &'static str) -> Result<T> {
    T::try_from(value).map_err(|_| DecodeError::OutOfRange(field))
}

/// How many fields after the time this version reads from a record of this kind.
const fn known_fields(kind: u64) -> Option<usize> {
    Some(match kind {
        9 | 31 | 33 | 34 | 41 | 60 | 62 => 1,
        3 | 6 | 8 | 10 | 12..=18 | 50 | 53 | 54 | 58 | 63 => 2,
        5 | 7 | 30 | 32 | 40 | 42 | 51 | 56 | 61 => 3,
        1 | 49 => 4,
        2 | 4 | 44 | 47 | 48 => 5,
        43 | 52 => 6,
        45 => 7,
        11 => 8,
        46 => 11,
        _ => return None,
    })
}
