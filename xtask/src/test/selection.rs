//! Which steps run.

use super::error::TestError;
use super::step::Step;

/// The steps named in `only` and those they need, in their usual order; all of them when none is
/// named.
pub(super) fn select(steps: Vec<Step>, only: &[String]) -> Result<Vec<Step>, TestError> {
    if only.is_empty() {
        return Ok(steps);
    }
    let mut wanted: Vec<String> = only.to_vec();
    let mut next = 0;
    while let Some(name) = wanted.get(next).cloned() {
        let step = steps.iter().find(|step| step.name() == name);
        let step = step.ok_or(TestError::UnknownStep { name })?;
        let missing = step
            .needs()
            .iter()
            .filter(|need| !wanted.iter().any(|name| name == *need));
        let missing: Vec<String> = missing.map(|need| (*need).to_owned()).collect();
        wanted.extend(missing);
        next += 1;
    }
    Ok(steps
        .into_iter()
        .filter(|step| wanted.iter().any(|name| name == step.name()))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::select;
    use crate::test::step::Step;

    fn steps() -> Vec<Step> {
        vec![
            Step::new("format", |_| Ok(())),
            Step::new("build", |_| Ok(())),
            Step::new("edge", |_| Ok(())).after(&["build"]),
            Step::new("e2e", |_| Ok(())).after(&["edge"]),
        ]
    }

    fn names(only: &[&str]) -> Vec<String> {
        let only: Vec<String> = only.iter().map(|name| (*name).to_owned()).collect();
        select(steps(), &only)
            .unwrap()
            .iter()
            .map(|step| step.name().to_owned())
            .collect()
    }

    #[test]
    fn without_names_all_run() {
        assert_eq!(names(&[]), ["format", "build", "edge", "e2e"]);
    }

    #[test]
    fn a_named_step_brings_what_it_needs_in_order() {
        assert_eq!(names(&["e2e"]), ["build", "edge", "e2e"]);
        assert_eq!(names(&["edge", "format"]), ["format", "build", "edge"]);
    }

    #[test]
    fn an_unknown_name_is_refused() {
        assert!(select(steps(), &["formatt".to_owned()]).is_err());
    }
}
