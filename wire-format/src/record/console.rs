use super::StackFrame;
use super::numbers::wire_enum;
use crate::node::Text;

/// What the page wrote to the console.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsoleMessage<'a> {
    /// By which method.
    pub level: ConsoleLevel,
    /// Its arguments as text, within bounds.
    pub values: Vec<Text<'a>>,
    /// The calls that led to it, innermost first; only of errors, failed assertions and traces.
    pub frames: Vec<StackFrame<'a>>,
}

wire_enum!(
    /// A method of the console.
    ConsoleLevel {
        /// `console.debug`.
        Debug = 1,
        /// `console.log`.
        Log = 2,
        /// `console.info`.
        Info = 3,
        /// `console.warn`.
        Warn = 4,
        /// `console.error`.
        Error = 5,
        /// `console.assert` of something that does not hold.
        Assert = 6,
        /// `console.trace`.
        Trace = 7,
    }
);

impl ConsoleLevel {
    /// The name of the method.
    pub const fn method(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Log => "log",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
            Self::Assert => "assert",
            Self::Trace => "trace",
        }
    }
}
