-- Sessions that the owner wants to see although recorders may hold them back. Rows are forgotten when
-- no session can last that long.
create table wanted_sessions (
  id text primary key,
  wanted_at_ms integer not null
) strict, without rowid;
