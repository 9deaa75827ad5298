//! The project and the ingest key that a local edge starts with.

use serde_json::{Value, to_string};

/// The project of the demo and the tests.
pub(crate) const DEMO_PROJECT: &str = "demo";

/// Public as every ingest key, so it may stand here.
pub(crate) const DEMO_INGEST_KEY: &str = "mm_ingest_demo_petshop";

/// The statements that put them in, or bring the allowed origins up to date.
pub(super) fn statements(allowed_origins: &[String]) -> String {
    let project = quoted(DEMO_PROJECT);
    let key = quoted(DEMO_INGEST_KEY);
    let origins = quoted(&json_array(allowed_origins));
    format!(
        "INSERT INTO projects (id, name) VALUES ({project}, 'Demo') ON CONFLICT (id) DO NOTHING;\n\
         INSERT INTO ingest_keys (key, project_id, allowed_origins, created_at_ms)\n\
         VALUES ({key}, {project}, {origins}, CAST(unixepoch('subsec') * 1000 AS INTEGER))\n\
         ON CONFLICT (key) DO UPDATE SET allowed_origins = excluded.allowed_origins;\n"
    )
}

fn json_array(texts: &[String]) -> String {
    // An array of texts has no value that JSON cannot say.
    let array = Value::from(texts);
    to_string(&array).unwrap_or_default()
}

/// A text as SQL writes it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::{quoted, statements};

    #[test]
    fn origins_become_a_json_array() {
        let origins = [
            "http://localhost:4000".to_owned(),
            "https://shop.example".to_owned(),
        ];
        let sql = statements(&origins);
        assert!(
            sql.contains(r#"'["http://localhost:4000","https://shop.example"]'"#),
            "{sql}"
        );
        assert!(statements(&[]).contains("'[]'"));
    }

    #[test]
    fn a_quote_cannot_end_the_text() {
        assert_eq!(quoted("o'clock"), "'o''clock'");
    }
}
