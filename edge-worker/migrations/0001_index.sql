-- The index: what the edge looks up by key, lists or filters. Recordings themselves are in R2 and
-- in the session objects. Times are milliseconds since the Unix epoch.

create table projects (
  id text primary key,
  name text not null,
  -- Bytes of the style sheets in its archive. They only grow: sheets are not deleted.
  archived_bytes integer not null default 0
) strict, without rowid;

-- Public, write-only credentials of a project.
create table ingest_keys (
  key text primary key,
  project_id text not null references projects (id),
  -- A JSON array of origins, compared exactly.
  allowed_origins text not null check (json_type(allowed_origins) = 'array'),
  created_at_ms integer not null,
  revoked_at_ms integer
) strict, without rowid;

-- One row per session, written by its session object with all values at once. The id stands first
-- in the key, so that a session is found by its id without another index.
create table sessions (
  id text not null,
  project_id text not null,
  started_at_ms integer not null,
  ended_at_ms integer not null,
  entry_url text not null,
  user_id text,
  user_agent text not null,
  views integer not null,
  clicks integer not null,
  errors integer not null,
  rage_clicks integer not null,
  failed_requests integer not null,
  batches integer not null,
  records integer not null,
  size_bytes integer not null,
  primary key (id, project_id)
) strict, without rowid;

-- The order of the list. It is the only index beside the key: each one costs a write per batch.
create index sessions_newest_first on sessions (started_at_ms desc, id desc, project_id desc);

-- Who may sign in: one owner.
create table owner (
  only integer primary key check (only = 1),
  email text not null,
  password_hash text not null,
  created_at_ms integer not null
) strict;

-- Only the hash of a sign-in's token is kept: who reads this table cannot sign in with it.
create table sign_ins (
  token_sha256 text primary key,
  created_at_ms integer not null,
  expires_at_ms integer not null
) strict, without rowid;

create index sign_ins_by_expiry on sign_ins (expires_at_ms);
