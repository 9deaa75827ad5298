//! From the words that SQLite and PostgreSQL share to those of PostgreSQL.

const ELEMENTS: &str = "json_each(";

/// A statement as PostgreSQL wants it: `$1` for `?1`, and its own name for the elements of a JSON
/// array. A `?` stands nowhere else in our statements.
pub(super) fn translate(sql: &str) -> String {
    let sql = sql.replace('?', "$");
    let mut parts = sql.split(ELEMENTS);
    let mut translated = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (parameter, rest) = part.split_once(')').unwrap_or((part, ""));
        translated += &format!("jsonb_array_elements({parameter}::jsonb) as each(value){rest}");
    }
    translated
}

#[cfg(test)]
mod tests {
    use super::translate;

    #[test]
    fn parameters_are_numbered_in_its_way() {
        assert_eq!(
            translate("select a from b where c = ?1 and d < ?12"),
            "select a from b where c = $1 and d < $12"
        );
    }

    #[test]
    fn the_elements_of_an_array_are_rows() {
        assert_eq!(
            translate("select value ->> 'a' from json_each(?2) where (true)"),
            "select value ->> 'a' from jsonb_array_elements($2::jsonb) as each(value) where (true)"
        );
    }
}
