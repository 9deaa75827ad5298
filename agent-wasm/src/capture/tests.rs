use wire_format::record::Record;

use super::script::Script;
use super::{CaptureError, CaptureMessage, Captured, op};

fn read(script: &Script) -> Result<Vec<String>, CaptureError> {
    let mut message = CaptureMessage::open(&script.ops, &script.lengths, &script.text)?;
    let mut all = Vec::new();
    while let Some((_, captured)) = message.read_next()? {
        all.push(format!("{captured:?}"));
    }
    Ok(all)
}

#[test]
fn the_collector_uses_the_same_numbers() {
    let source = include_str!("../../collector/op-codes.ts");
    for (name, number) in op::ALL {
        let line = format!("export const {name} = {number};");
        assert!(source.contains(&line), "op-codes.ts has no line {line:?}");
    }
}

#[test]
fn ops_up_to_mutation_end_are_one_mutation() {
    let mut script = Script::default();
    let mut insert = vec![2, 0];
    insert.extend(script.element(7, 2, "p", &[("class", "a")]));
    insert.extend(script.text_node(8, 7, "hello"));
    insert.extend(script.text_node(9, 2, "bye"));
    script.op(op::REMOVE, 5, &[3, 4]);
    script.op(op::INSERT, 5, &insert);
    script.op(op::MUTATION_END, 5, &[]);
    let mut message = CaptureMessage::open(&script.ops, &script.lengths, &script.text).unwrap();
    let Some((5, Captured::Record(Record::Mutation(mutation)))) = message.read_next().unwrap()
    else {
        panic!("no mutation")
    };
    assert_eq!(mutation.removed.len(), 2);
    assert_eq!(mutation.runs[0].tree_count, 2);
    let shape: Vec<_> = mutation
        .forest
        .iter()
        .map(|node| (node.id.get(), node.child_count))
        .collect();
    assert_eq!(shape, [(7, 1), (8, 0), (9, 0)]);
    assert!(message.read_next().unwrap().is_none());
}

#[test]
fn elements_of_other_namespaces_come_with_theirs() {
    let mut script = Script::default();
    let (namespace, tag) = (script.string("urn:pets"), script.string("cat"));
    script.op(op::INSERT, 5, &[2, 0, 12, 7, 2, namespace, tag]);
    let read = read(&script).unwrap().concat();
    assert!(
        read.contains(r#"Other("urn:pets")"#) && read.contains(r#""cat""#),
        "{read}"
    );
}

#[test]
fn what_does_not_follow_the_format_is_refused() {
    let refused = |words: &[u32]| {
        read(&Script {
            ops: words.to_vec(),
            ..Script::default()
        })
        .unwrap_err()
    };
    assert_eq!(refused(&[op::SCROLL, 3, 0, 1]), CaptureError::Truncated);
    assert_eq!(refused(&[99, 0, 0]), CaptureError::UnknownOp(99));
    assert_eq!(
        refused(&[op::NAVIGATION, 2, 0, 77, 1]),
        CaptureError::OutOfRange("navigation kind")
    );
    assert_eq!(
        refused(&[op::NAVIGATION, 2, 0, 1, 1]),
        CaptureError::UnknownString
    );
    assert_eq!(
        refused(&[op::INSERT, 5, 0, 2, 0, 16, 7, 5]),
        CaptureError::OrphanEntry
    );
}
