//! A command as a person would have typed it.

use std::process::Command;

/// The program and its arguments; for messages only, nothing is quoted.
pub(super) fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(
        command
            .get_args()
            .map(|argument| argument.to_string_lossy()),
    );
    words.join(" ")
}
