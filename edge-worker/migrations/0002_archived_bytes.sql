-- Bytes of the style sheets that a project has in the archive. They only grow: sheets are not deleted.
alter table projects add column archived_bytes integer not null default 0;
