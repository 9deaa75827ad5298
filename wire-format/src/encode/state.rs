use super::Encoder;
use crate::state::State;

impl Encoder {
    /// The key and the value of a state.
    pub(super) fn state(&mut self, state: &State<'_>) {
        self.out.uint(state.key());
        match state {
            State::Value(text) | State::Css(text) => self.text(text),
            State::Checked(flag) | State::Selected(flag) | State::Quirks(flag) => {
                self.out.bool(*flag)
            }
            State::Scroll { x, y } => {
                self.out.array(2);
                self.out.int(*x);
                self.out.int(*y);
            }
            State::Privacy(mark) => {
                let (width, height) = mark.size();
                self.out.array(3);
                self.out.uint(mark.number());
                self.out.uint(width);
                self.out.uint(height);
            }
        }
    }
}
