//! The environments of `wrangler.toml`.

use std::fmt;

use clap::ValueEnum;

/// A deployment with a name and stores of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Environment {
    Dev,
    Staging,
    Production,
}

impl Environment {
    pub(crate) const ALL: [Self; 3] = [Self::Dev, Self::Staging, Self::Production];

    /// Production is what stands in `wrangler.toml` outside all environments, so that `wrangler deploy`
    /// alone deploys it.
    pub(super) const fn name_for_wrangler(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Staging => "staging",
            Self::Production => "",
        }
    }
}

impl fmt::Display for Environment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Dev => "dev",
            Self::Staging => "staging",
            Self::Production => "production",
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use toml::{Table, Value};

    use super::Environment;

    const CONFIGURATION: &str = include_str!("../../../edge-worker/wrangler.toml");
    /// What an environment does not take over from the top of the file.
    const NOT_INHERITED: [&str; 5] = [
        "d1_databases",
        "r2_buckets",
        "durable_objects",
        "ratelimits",
        "vars",
    ];
    /// What makes a store or a counter another one.
    const IDENTITIES: [&str; 3] = ["database_name", "bucket_name", "namespace_id"];

    fn configuration_of(environment: Environment) -> Table {
        let all: Table = toml::from_str(CONFIGURATION).unwrap();
        match environment.name_for_wrangler() {
            "" => all,
            name => all["env"][name].as_table().unwrap().clone(),
        }
    }

    /// The binding without what has to differ.
    fn without_identities(value: &Value) -> Value {
        match value {
            Value::Array(values) => Value::Array(values.iter().map(without_identities).collect()),
            Value::Table(table) => {
                let mut table = table.clone();
                for identity in IDENTITIES {
                    table.remove(identity);
                }
                table.into()
            }
            other => other.clone(),
        }
    }

    fn identities(value: &Value) -> Vec<String> {
        let bindings = value.as_array().into_iter().flatten();
        let identities = bindings.flat_map(|binding| IDENTITIES.map(|name| binding.get(name)));
        identities.flatten().map(text).collect()
    }

    fn text(value: &Value) -> String {
        value.as_str().unwrap().to_owned()
    }

    #[test]
    fn every_environment_binds_what_production_binds() {
        let production = configuration_of(Environment::Production);
        for environment in Environment::ALL {
            let configuration = configuration_of(environment);
            for kind in NOT_INHERITED {
                assert_eq!(
                    without_identities(&configuration[kind]),
                    without_identities(&production[kind]),
                    "{kind} of {environment}"
                );
            }
        }
    }

    #[test]
    fn no_environment_has_anything_of_another() {
        let mut seen = HashSet::new();
        for environment in Environment::ALL {
            let configuration = configuration_of(environment);
            let stores = NOT_INHERITED.map(|kind| identities(&configuration[kind]));
            for identity in stores
                .concat()
                .into_iter()
                .chain([text(&configuration["name"])])
            {
                assert!(seen.insert(identity.clone()), "{identity} of {environment}");
            }
        }
    }
}
