//! Stacks, which every browser engine writes in a form of its own, as frames.

use wire_format::record::StackFrame;

use crate::limits::STACK_FRAMES_MAX;
use crate::text::{find, split_once};

/// The frames of a stack, innermost first. Lines that are no frames, such as the message with which
/// V8 begins, are left out.
pub(super) fn frames_of(stack: Option<&str>) -> Vec<StackFrame<'_>> {
    stack
        .unwrap_or_default()
        .lines()
        .filter_map(|line| frame(line.trim()))
        .take(STACK_FRAMES_MAX)
        .collect()
}

fn frame(line: &str) -> Option<StackFrame<'_>> {
    match line.strip_prefix("at ") {
        Some(call) => v8_frame(call),
        None => at_sign_frame(line),
    }
}

/// `new Cart (https://shop.example/app.js:3:14)`, or the place alone. Code that came through `eval`
/// names the place of the `eval`, which is what a source map knows, in the innermost brackets.
fn v8_frame(call: &str) -> Option<StackFrame<'_>> {
    let Some((before, place)) = call.rsplit_once('(') else {
        return placed("", call.strip_prefix("async ").unwrap_or(call));
    };
    let place = place.split(')').next().unwrap_or_default();
    let function = split_once(before, " (").map_or(before, |(function, _)| function);
    let function = function.trim_end();
    let function = function.strip_prefix("async ").unwrap_or(function);
    placed(function, place).or_else(|| {
        matches!(place, "<anonymous>" | "native").then(|| StackFrame {
            function: function.into(),
            url: place.into(),
            line: 0,
            column: 0,
        })
    })
}

/// `pay@https://shop.example/app.js:3:14`, as Firefox and Safari write it; Safari leaves out the at
/// sign where there is no name.
fn at_sign_frame(line: &str) -> Option<StackFrame<'_>> {
    let (function, place) = line.split_once('@').unwrap_or(("", line));
    if place == "[native code]" {
        return Some(StackFrame {
            function: function.into(),
            url: "native".into(),
            line: 0,
            column: 0,
        });
    }
    // Firefox joins what made an asynchronous call to the name: `promise callback*pay`.
    let function = function.rsplit('*').next().unwrap_or_default();
    match split_once(place, " line ") {
        // Code that came through `eval`: `https://shop.example/app.js line 7 > eval:1:1`.
        Some((url, rest)) => Some(StackFrame {
            function: function.into(),
            url: url.into(),
            line: rest.split(' ').next()?.parse().ok()?,
            column: 0,
        }),
        None => placed(function, place),
    }
}

/// A frame at `address:line:column` or `address:line`.
fn placed<'a>(function: &'a str, place: &'a str) -> Option<StackFrame<'a>> {
    let (rest, last) = place.rsplit_once(':')?;
    let last = last.parse().ok()?;
    let two = rest
        .rsplit_once(':')
        .and_then(|(url, line)| Some((url, line.parse().ok()?)));
    let (url, line, column) = match two {
        Some((url, line)) => (url, line, last),
        None => (rest, last, 0),
    };
    let is_address = find(url, "://").is_some() || url.starts_with("blob:") || url == "<anonymous>";
    is_address.then(|| StackFrame {
        function: function.into(),
        url: url.into(),
        line,
        column,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(stack: &str) -> Vec<String> {
        frames_of(Some(stack))
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn chromium() {
        let stack = "TypeError: at (https://a.example:1:1) is no frame\n\
             \x20   at pay (https://shop.example/app.js:3:14)\n\
             \x20   at new Cart (https://shop.example/app.js?v=2:10:5)\n\
             \x20   at https://shop.example/app.js:20:1\n\
             \x20   at async Promise.all (index 0)\n\
             \x20   at async https://shop.example/app.js:21:9\n\
             \x20   at Array.map (<anonymous>)\n\
             \x20   at eval (eval at run (https://shop.example/app.js:30:2), <anonymous>:1:1)";
        assert_eq!(
            shown(stack),
            [
                "pay (https://shop.example/app.js:3:14)",
                "new Cart (https://shop.example/app.js?v=2:10:5)",
                "(anonymous) (https://shop.example/app.js:20:1)",
                "(anonymous) (https://shop.example/app.js:21:9)",
                "Array.map (<anonymous>:0:0)",
                "eval (https://shop.example/app.js:30:2)",
            ]
        );
    }

    #[test]
    fn firefox() {
        let stack = "pay@https://cdn.example/shop@1.2.0/app.js:3:14\n\
             @https://shop.example/app.js:20:1\n\
             promise callback*run@https://shop.example/app.js:21:9\n\
             @https://shop.example/app.js line 7 > eval:1:1\n";
        assert_eq!(
            shown(stack),
            [
                "pay (https://cdn.example/shop@1.2.0/app.js:3:14)",
                "(anonymous) (https://shop.example/app.js:20:1)",
                "run (https://shop.example/app.js:21:9)",
                "(anonymous) (https://shop.example/app.js:7:0)",
            ]
        );
    }

    #[test]
    fn safari() {
        let stack = "pay@https://shop.example/app.js:3:14\nmap@[native code]\n\
             https://shop.example/app.js:20:1\nglobal code@https://shop.example/app.js:30:2";
        assert_eq!(
            shown(stack),
            [
                "pay (https://shop.example/app.js:3:14)",
                "map (native:0:0)",
                "(anonymous) (https://shop.example/app.js:20:1)",
                "global code (https://shop.example/app.js:30:2)",
            ]
        );
    }

    #[test]
    fn texts_that_are_no_stacks_give_no_frames() {
        for text in [
            "",
            "mail me at cat@shop.example",
            "at noon",
            "at (",
            "@",
            ":::",
            "at (:1:1)",
        ] {
            assert!(shown(text).is_empty(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_survived(text in "[a(@:) \n0-9/]{0,60}|\\PC{0,60}") {
            proptest::prop_assert!(frames_of(Some(&text)).len() <= STACK_FRAMES_MAX);
        }
    }
}
