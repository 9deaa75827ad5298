use super::*;

#[test]
fn what_a_visitor_types_is_masked_everywhere() {
    let secret = "12 Elm Street";
    let mut recording = recording_of(|script| {
        let input = script.element(3, 2, "input", &[("type", "text"), ("value", secret)]);
        let mut area = script.element(4, 2, "textarea", &[]);
        area[0] |= 1 << 24;
        area.extend([1, script.string(secret)]);
        let text = script.text_node(5, 4, secret);
        let marked = script.marked(6, 2, "p", PrivacyMark::Mask);
        let address = script.text_node(7, 6, secret);
        vec![input, area, text, marked, address]
    });
    assert!(!stored_bytes_contain(&mut recording, "Elm"));

    let mut script = Script::default();
    let value = script.string(secret);
    script.op(op::INPUT, 10, &[3, 1, value]);
    let name = script.string("value");
    script.op(op::ATTRIBUTE, 11, &[3, name, value]);
    script.op(op::TEXT, 11, &[5, value, 7, value]);
    let mut insert = vec![6, 7];
    insert.extend(script.text_node(8, 6, secret));
    script.op(op::INSERT, 11, &insert);
    capture(&mut recording, &script);
    assert!(!stored_bytes_contain(&mut recording, "Elm"));
}

#[test]
fn what_moves_into_a_marked_element_is_masked_as_it_changes() {
    let secret = "12 Elm Street";
    let mut recording = recording_of(|script| {
        let wrapper = script.element(3, 2, "div", &[]);
        let text = script.text_node(4, 3, "address");
        let marked = script.marked(5, 2, "p", PrivacyMark::Mask);
        vec![wrapper, text, marked]
    });
    let mut script = Script::default();
    let value = script.string(secret);
    script.op(op::REMOVE, 9, &[3]);
    script.op(op::INSERT, 9, &[5, 0, 16, 3, 5]);
    let mut insert = vec![3, 4];
    insert.extend(script.text_node(6, 3, secret));
    script.op(op::INSERT, 9, &insert);
    script.op(op::TEXT, 9, &[4, value]);
    script.op(op::MUTATION_END, 9, &[]);
    capture(&mut recording, &script);
    assert!(!stored_bytes_contain(&mut recording, "Elm"));
}

#[test]
fn what_is_below_a_marked_frame_is_masked_in_its_document() {
    let secret = "12 Elm Street";
    let mut recording = recording_of(|script| {
        let frame = script.marked(3, 2, "iframe", PrivacyMark::Mask);
        let address = script.string("about:srcdoc");
        let document = vec![1 | (1 << 24), 4, 3, 11, address];
        let body = script.element(5, 4, "body", &[]);
        let text = script.text_node(6, 5, secret);
        let template = script.element(7, 5, "template", &[]);
        let content = vec![11, 8, 7];
        let hidden = script.text_node(9, 8, secret);
        vec![frame, document, body, text, template, content, hidden]
    });
    assert!(!stored_bytes_contain(&mut recording, "Elm"));
    let body = recording.mirror.node(NodeId::new(5).unwrap()).unwrap();
    assert_eq!(body.and_ancestors().count(), 5);
}

#[test]
fn texts_of_scripts_stay_in_the_page() {
    let mut recording = recording_of(|script| {
        let state = script.element(3, 2, "script", &[("type", "application/json")]);
        vec![state, script.text_node(4, 3, "{\"user\":\"Marge\"}")]
    });
    assert!(!stored_bytes_contain(&mut recording, "Marge"));
}

#[test]
fn labels_of_buttons_are_not_masked() {
    let mut recording = recording_of(|script| {
        vec![script.element(3, 2, "input", &[("type", "submit"), ("value", "Buy now")])]
    });
    assert!(stored_bytes_contain(&mut recording, "Buy now"));
}

#[test]
fn what_is_written_into_an_editor_is_masked() {
    let mut recording = recording_of(|script| {
        vec![
            script.element(3, 2, "div", &[("contenteditable", "")]),
            script.text_node(4, 3, "12 Elm Street"),
        ]
    });
    let said = said_next(&mut recording, |script| {
        let text = script.string("13 Elm Street");
        script.op(op::TEXT, 5, &[4, text]);
    });
    assert!(said.is_empty(), "{said:?}");
    assert!(!stored_bytes_contain(&mut recording, "Elm"));
}
