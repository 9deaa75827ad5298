use super::numbers::wire_enum;
use crate::id::NodeId;
use crate::node::Text;

/// An error that nobody caught.
#[derive(Clone, Debug, PartialEq)]
pub struct PageError<'a> {
    /// Where it surfaced.
    pub origin: ErrorOrigin,
    /// Its class, such as `TypeError`; `None` if what was thrown is no error.
    pub name: Option<Text<'a>>,
    /// What the browser says of it.
    pub message: Text<'a>,
    /// The address of the script.
    pub source: Text<'a>,
    /// From 1; 0 if unknown.
    pub line: u32,
    /// From 1; 0 if unknown.
    pub column: u32,
    /// The calls that led to it, innermost first.
    pub frames: Vec<StackFrame<'a>>,
    /// Its cause, the cause of that, and so on.
    pub causes: Vec<ErrorCause<'a>>,
}

impl PageError<'_> {
    /// Whether the browser hides what happened, because the script is from another origin and was
    /// loaded without `crossorigin`.
    pub fn is_hidden_by_origin(&self) -> bool {
        self.origin == ErrorOrigin::Uncaught
            && self.line == 0
            && self.frames.is_empty()
            && self.message.trim_end_matches('.') == "Script error"
    }
}

/// What an error names as its cause.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorCause<'a> {
    /// Its class; `None` if it is no error.
    pub name: Option<Text<'a>>,
    /// Its message, or the value itself.
    pub message: Text<'a>,
    /// The calls that led to it, innermost first.
    pub frames: Vec<StackFrame<'a>>,
}

/// One call of a stack, in the terms of source maps.
#[derive(Clone, Debug, PartialEq)]
pub struct StackFrame<'a> {
    /// Name of the function; empty if it has none.
    pub function: Text<'a>,
    /// The address of the script.
    pub url: Text<'a>,
    /// From 1; 0 if unknown.
    pub line: u32,
    /// From 1; 0 if unknown.
    pub column: u32,
}

impl std::fmt::Display for StackFrame<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let function = match self.function.as_ref() {
            "" => "(anonymous)",
            function => function,
        };
        let Self {
            url, line, column, ..
        } = self;
        write!(formatter, "{function} ({url}:{line}:{column})")
    }
}

/// An image, script or style sheet that could not be loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadFailure<'a> {
    /// The element that wanted it.
    pub node: Option<NodeId>,
    /// Name of that element.
    pub tag: Text<'a>,
    /// What it wanted.
    pub url: Text<'a>,
}

/// What the page's Content-Security-Policy did not allow.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyViolation<'a> {
    /// The directive that was violated.
    pub directive: Text<'a>,
    /// What was blocked: an address, or a word such as `inline`.
    pub blocked: Text<'a>,
    /// The address of the script or document that wanted it.
    pub source: Text<'a>,
    /// From 1; 0 if unknown.
    pub line: u32,
    /// From 1; 0 if unknown.
    pub column: u32,
    /// Whether it was blocked, or only reported.
    pub is_enforced: bool,
}

wire_enum!(
    /// Where an error surfaced.
    ErrorOrigin {
        /// Thrown and not caught.
        Uncaught = 1,
        /// A promise was rejected and nobody listened.
        UnhandledRejection = 2,
    }
);
