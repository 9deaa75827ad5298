use wire_format::node::Text;
use wire_format::sheet::RuleEdit;

/// The steps from the rules that are known to those that a sheet has: what differs between the first
/// and the last rule that do, so that a sheet that grew by some rules is not said as a whole.
pub(super) fn edits_between<'a>(known: &[Text<'_>], rules: &[Text<'a>]) -> Vec<RuleEdit<'a>> {
    let alike = |pair: &(&Text<'_>, &Text<'a>)| pair.0 == pair.1;
    let before = known.iter().zip(rules).take_while(alike).count();
    let shorter = known.len().min(rules.len());
    let behind = known
        .iter()
        .rev()
        .zip(rules.iter().rev())
        .take(shorter - before)
        .take_while(alike)
        .count();
    let removed = (known.len() - before - behind) as u32;
    let inserted = rules.get(before..rules.len() - behind).unwrap_or_default();
    let removal = (removed > 0).then_some(RuleEdit {
        index: before as u32,
        removed,
        inserted: None,
    });
    let insertions = (before as u32..)
        .zip(inserted)
        .map(|(index, rule)| RuleEdit {
            index,
            removed: 0,
            inserted: Some(rule.clone()),
        });
    removal.into_iter().chain(insertions).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'a>(rules: &[&'a str]) -> Vec<Text<'a>> {
        rules.iter().map(|&rule| Text::Borrowed(rule)).collect()
    }

    #[test]
    fn the_steps_lead_from_one_list_to_the_other() {
        let lists: [&[&str]; 7] = [
            &[],
            &["a"],
            &["a", "a"],
            &["a", "b", "c"],
            &["a", "x", "c"],
            &["b", "c", "a", "b"],
            &["a", "b", "y", "c"],
        ];
        for known in lists {
            for wanted in lists {
                let mut rules = texts(known);
                for edit in edits_between(&texts(known), &texts(wanted)) {
                    let start = edit.index as usize;
                    rules.splice(start..start + edit.removed as usize, edit.inserted);
                }
                assert_eq!(rules, texts(wanted), "{known:?} to {wanted:?}");
            }
        }
    }

    #[test]
    fn a_rule_more_is_one_step() {
        let edits = edits_between(&texts(&["a", "c"]), &texts(&["a", "b", "c"]));
        assert_eq!(edits.len(), 1);
        assert_eq!((edits[0].index, edits[0].removed), (1, 0));
    }
}
