//! Counting by the minute in the memory of an isolate.

use std::collections::HashMap;

use crate::limits::COUNTED_SENDERS_MAX;

const WINDOW_MS: u64 = 60_000;

/// How often each sender has sent in the current minute.
#[derive(Debug, Default)]
pub(super) struct Window {
    number: u64,
    counts: HashMap<String, u32>,
}

impl Window {
    /// Counts one more of a sender; `false` if it is one too many.
    pub(super) fn allows(&mut self, sender: &str, count_max: u32, now_ms: u64) -> bool {
        let number = now_ms / WINDOW_MS;
        // Whoever invents senders makes the isolate forget, not grow.
        if number != self.number || self.counts.len() >= COUNTED_SENDERS_MAX {
            self.number = number;
            self.counts.clear();
        }
        if let Some(count) = self.counts.get_mut(sender) {
            *count = count.saturating_add(1);
            return *count <= count_max;
        }
        self.counts.insert(sender.to_owned(), 1);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_may_send_so_often_in_a_minute() {
        let mut window = Window::default();
        let mut allows = |sender, now_ms| window.allows(sender, 2, now_ms);
        assert!(allows("one", 0) && allows("one", 1));
        assert!(!allows("one", 59_999));
        assert!(allows("other", 59_999));
        assert!(allows("one", 60_000));
    }

    #[test]
    fn invented_senders_do_not_fill_the_memory() {
        let mut window = Window::default();
        for number in 0..3 * COUNTED_SENDERS_MAX {
            window.allows(&number.to_string(), 1, 0);
            assert!(window.counts.len() <= COUNTED_SENDERS_MAX);
        }
    }
}
