//! How much of a day's quota has been given out.

use serde::Deserialize;

use crate::storage::database::Statement;
use crate::storage::{Index, StorageError};

#[derive(Deserialize)]
struct Leased {
    leased: u64,
}

const LEASED: &str = "select leased from usage where project_id = ?1 and day = ?2";

const LEASE: &str = "
insert into usage (project_id, day, leased)
values (?1, ?2, case when ?3 < ?4 then ?3 else ?4 end)
on conflict (project_id, day) do update
set leased = case when usage.leased + ?3 < ?4 then usage.leased + ?3 else ?4 end
where usage.leased < ?4
returning leased";

impl Index {
    /// Gives out up to `count` batches of a project's quota for a day, counted since the Unix epoch; says
    /// how many.
    pub(crate) async fn lease_batches(
        &self,
        project_id: &str,
        day: u64,
        count: u64,
        quota: u64,
    ) -> Result<u64, StorageError> {
        let statements = [
            Statement::new(LEASED, [project_id.into(), day.into()]),
            Statement::new(
                LEASE,
                [project_id.into(), day.into(), count.into(), quota.into()],
            ),
        ];
        let mut results = self.database.run(&statements).await?.into_iter();
        let mut leased = || -> Result<Option<u64>, StorageError> {
            let row = results.next().and_then(|rows| rows.into_iter().next());
            let leased: Option<Leased> = row.map(super::read).transpose()?;
            Ok(leased.map(|row| row.leased))
        };
        let (before, after) = (leased()?.unwrap_or_default(), leased()?);
        Ok(after.map_or(0, |after| after.saturating_sub(before)))
    }

    /// Forgets the usage of earlier days.
    pub(crate) async fn forget_usage(&self, before_day: u64) -> Result<(), StorageError> {
        let sql = "delete from usage where day < ?1";
        self.run(sql, [before_day.into()]).await
    }
}
