use super::*;

fn scrubbed(css: &str, level: Level, place: CssPlace) -> String {
    let privacy = Privacy::default();
    let scrubbed = privacy.scrub_css(css, level, place).into_owned();
    assert_eq!(privacy.scrub_css(&scrubbed, level, place), scrubbed);
    scrubbed
}

fn masked_sheet(css: &str) -> String {
    scrubbed(css, Level::Mask, CssPlace::Sheet)
}

#[test]
fn shown_strings_are_masked_wherever_they_come_from() {
    for (css, expected) in [
        (
            r#"a::after { content: "Marge" attr(title) }"#,
            r#"a::after { content: "******" attr(title) }"#,
        ),
        (
            r#"a{--name:'Marge \"M\" Q'}"#,
            r#"a{--name:"****** *** ***"}"#,
        ),
        (r#"a{c\6fntent:"Marge"}"#, r#"a{c\6fntent:"******"}"#),
        (r#"a{CONTENT :"\4d arge"}"#, r#"a{CONTENT :"******"}"#),
        (r#"a{/* x */content:"Marge"}"#, r#"a{/**/content:"******"}"#),
        (
            r#"a{color:red;quotes:"A" "B"}"#,
            r#"a{color:red;quotes:"***" "***"}"#,
        ),
        (
            r#"@media print{a{content:"Marge"}}"#,
            r#"@media print{a{content:"******"}}"#,
        ),
        (r#"a{content:"Marge"#, r#"a{content:"******""#),
    ] {
        assert_eq!(masked_sheet(css), expected);
    }
}

#[test]
fn strings_that_are_not_shown_stay() {
    for css in [
        r#"a[title="Marge"]{color:red}"#,
        r#"@font-face{font-family:"Open Sans";src:url(a.woff2)format("woff2")}"#,
        r#"a{grid-template-areas:"head head" "nav main"}"#,
        r#"a::before{content:"\f101"}b::before{content:"→ "}"#,
        r#"@charset "utf-8";"#,
    ] {
        assert_eq!(masked_sheet(css), css);
    }
}

#[test]
fn addresses_are_scrubbed() {
    for (css, expected) in [
        ("a{b:url(x.png?t=1)}", r#"a{b:url("x.png?t=*")}"#),
        ("a{b:url( 'x.png?t=1' )}", r#"a{b:url( "x.png?t=*" )}"#),
        (
            r#"@import "x.css?t=1" print;"#,
            r#"@import "x.css?t=*" print;"#,
        ),
        (
            r#"a{b:image-set("x.png?t=1" 1x)}"#,
            r#"a{b:image-set("x.png?t=*" 1x)}"#,
        ),
        ("a{b:URL(mailto:m)}", r#"a{b:URL("mailto:*")}"#),
        ("a{b:url(x.png)}", "a{b:url(x.png)}"),
        ("a{b:url(#f)}", "a{b:url(#f)}"),
    ] {
        assert_eq!(
            scrubbed(css, Level::MaskUserInput, CssPlace::Sheet),
            expected
        );
    }
}

#[test]
fn attributes_show_no_images_at_level_mask() {
    let css = "color: red; background: url(marge.png); fill: url(#f)";
    assert_eq!(
        scrubbed(css, Level::Mask, CssPlace::Attribute),
        r#"color: red; background: url(""); fill: url(#f)"#
    );
}

#[test]
fn nothing_changes_where_everything_is_allowed() {
    let css = r#"/* x */ a{content:"Marge";b:url(x?y=1)}"#;
    assert_eq!(scrubbed(css, Level::Allow, CssPlace::Attribute), css);
}
