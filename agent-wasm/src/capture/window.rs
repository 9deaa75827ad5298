use wire_format::record::{Boundary, Record, SelectedRange, VisualViewport};

use super::op_body::OpBody;
use super::{CaptureError, op};

/// Reads what happens to the browser's window: selection, zoom, focus, orientation.
pub(super) fn record(
    code: u32,
    body: &mut OpBody<'_, '_>,
) -> Result<Record<'static>, CaptureError> {
    Ok(match code {
        op::SELECTION => Record::Selection(selection(body)),
        op::VISUAL_VIEWPORT => Record::VisualViewport(VisualViewport {
            x: body.signed(),
            y: body.signed(),
            scale_permille: body.word(),
        }),
        op::WINDOW_FOCUS => Record::WindowFocus {
            focused: body.flag(),
        },
        op::ORIENTATION => Record::Orientation { angle: body.word() },
        unknown => return Err(CaptureError::UnknownOp(unknown)),
    })
}

fn selection(body: &mut OpBody<'_, '_>) -> Vec<SelectedRange> {
    let mut ranges = Vec::new();
    while !body.is_empty() {
        ranges.push(SelectedRange {
            start: boundary(body),
            end: boundary(body),
        });
    }
    ranges
}

fn boundary(body: &mut OpBody<'_, '_>) -> Boundary {
    Boundary {
        node: body.node(),
        offset: body.word(),
    }
}
