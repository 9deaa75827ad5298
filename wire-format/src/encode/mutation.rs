use super::{Delta, Encoder};
use crate::id::NodeId;
use crate::record::Mutation;

impl Encoder {
    /// The five parts of a mutation.
    pub(super) fn mutation(&mut self, mutation: &Mutation<'_>) {
        self.removed(mutation);
        self.runs(mutation);
        self.forest(&mutation.forest);
        self.attribute_changes(mutation);
        self.text_changes(mutation);
    }

    fn removed(&mut self, mutation: &Mutation<'_>) {
        self.out.array(mutation.removed.len());
        let mut delta = Delta::default();
        for node in &mutation.removed {
            self.out.int(delta.of(node.get()));
        }
    }

    fn runs(&mut self, mutation: &Mutation<'_>) {
        self.out.array(3 * mutation.runs.len());
        let mut delta = Delta::default();
        for run in &mutation.runs {
            self.out.int(delta.of(run.parent.get()));
            self.out.uint(run.previous.map_or(0, NodeId::get));
            self.out.uint(run.tree_count);
        }
    }

    fn attribute_changes(&mut self, mutation: &Mutation<'_>) {
        self.out.array(3 * mutation.attributes.len());
        let mut delta = Delta::default();
        for change in &mutation.attributes {
            self.out.int(delta.of(change.node.get()));
            self.text(&change.name);
            self.optional_text(change.value.as_deref());
        }
    }

    fn text_changes(&mut self, mutation: &Mutation<'_>) {
        self.out.array(2 * mutation.texts.len());
        let mut delta = Delta::default();
        for change in &mutation.texts {
            self.out.int(delta.of(change.node.get()));
            self.text(&change.content);
        }
    }
}
