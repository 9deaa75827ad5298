//! What developers need beside the picture: addresses, and texts that programs wrote.

use wire_format::node::Text;
use wire_format::record::{PageError, Record, StackFrame};

use crate::text::{rsplit_once, split_once};

/// Masks a record of this family by what is done to addresses, to those of pictures and other
/// resources, and to texts.
pub(super) fn mask_signal(
    record: &mut Record<'_>,
    address: &dyn Fn(&mut Text<'_>),
    resource: &dyn Fn(&mut Text<'_>),
    text: &dyn Fn(&mut Text<'_>),
) {
    match record {
        Record::PageError(error) => mask_error(error, address, text),
        Record::Console(message) => {
            message.values.iter_mut().for_each(text);
            mask_frames(&mut message.frames, address);
        }
        Record::LoadFailure(failure) => resource(&mut failure.url),
        Record::PolicyViolation(violation) => {
            address(&mut violation.blocked);
            address(&mut violation.source);
        }
        Record::RequestStart(start) => address(&mut start.url),
        Record::RequestEnd(end) => end.detail.iter_mut().for_each(text),
        Record::WebVital(vital) => resource(&mut vital.detail),
        Record::LongFrame(frame) => {
            for script in &mut frame.scripts {
                mask_invoker(&mut script.invoker, resource, text);
                address(&mut script.url);
            }
        }
        Record::ResourceSummary(summary) => {
            let urls = summary.slowest.iter_mut().map(|resource| &mut resource.url);
            urls.for_each(resource);
        }
        _ => {}
    }
}

/// Listeners of elements are named after the address that the element has, such as
/// `IMG[src=https://example.com/cat.png].onload` (Long Animation Frames API, `invoker`).
fn mask_invoker(
    invoker: &mut Text<'_>,
    resource: &dyn Fn(&mut Text<'_>),
    text: &dyn Fn(&mut Text<'_>),
) {
    let Some((tag, rest)) = split_once(invoker, "[src=") else {
        return text(invoker);
    };
    let (address, listener) = rsplit_once(rest, "].").unwrap_or((rest, ""));
    let mut address = address.into();
    resource(&mut address);
    *invoker = format!("{tag}[src={address}].{listener}").into();
}

fn mask_error(
    error: &mut PageError<'_>,
    address: &dyn Fn(&mut Text<'_>),
    text: &dyn Fn(&mut Text<'_>),
) {
    text(&mut error.message);
    address(&mut error.source);
    mask_frames(&mut error.frames, address);
    for cause in &mut error.causes {
        text(&mut cause.message);
        mask_frames(&mut cause.frames, address);
    }
}

fn mask_frames(frames: &mut [StackFrame<'_>], address: &dyn Fn(&mut Text<'_>)) {
    frames.iter_mut().for_each(|frame| address(&mut frame.url));
}
