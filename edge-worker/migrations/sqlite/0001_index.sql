-- The index: what the edge looks up by key, lists or filters. Recordings themselves are in segments and
-- in the session objects. Times are milliseconds since the Unix epoch.

create table projects (
  id text primary key,
  name text not null,
  -- What the recorders of the project are told, as a JSON object: docs/operate/edge.md says what it
  -- may hold.
  settings text not null default '{}' check (json_type(settings) = 'object'),
  -- Sessions that ended earlier are deleted.
  retention_days integer not null,
  -- How many batches are taken in within a day of UTC; all if there is no number.
  batches_per_day_max integer,
  -- Bytes of the style sheets in its archive. They only grow: sheets are not deleted.
  archived_bytes integer not null default 0,
  -- Its keys do not work from then on. The row stays, so that no other project gets its id.
  deleted_at_ms integer
) strict, without rowid;

-- Write-only credentials of a project.
create table ingest_keys (
  -- Of a browser's key, which is public, the key itself; of a server's key its hash.
  id text primary key,
  kind text not null check (kind in ('browser', 'server')),
  project_id text not null references projects (id),
  -- A JSON array of origins, and of hosts with *. for all subdomains.
  allowed_origins text not null check (json_type(allowed_origins) = 'array'),
  created_at_ms integer not null,
  -- From when on it does not work, perhaps in the future.
  revoked_at_ms integer
) strict, without rowid;

-- One row per session, written by its session object with all values at once. The id stands first
-- in the key, so that a session is found by its id without another index.
create table sessions (
  id text not null,
  project_id text not null,
  -- The session that had run out when this one began.
  previous_id text,
  started_at_ms integer not null,
  ended_at_ms integer not null,
  active_ms integer not null,
  entry_url text not null,
  exit_url text not null,
  user_id text,
  -- A JSON object.
  user_traits text,
  user_agent text not null,
  country text,
  browser text,
  browser_version integer,
  os text,
  device text,
  views integer not null,
  clicks integer not null,
  errors integer not null,
  rage_clicks integer not null,
  failed_requests integer not null,
  batches integer not null,
  missing_batches integer not null,
  records integer not null,
  size_bytes integer not null,
  primary key (id, project_id)
) strict, without rowid;

-- The order of the list. Each index costs a write whenever the row is written.
create index sessions_newest_first on sessions (started_at_ms desc, id desc, project_id desc);

-- The same of those in which something went wrong, as few are and most searches are for.
create index sessions_in_trouble on sessions (started_at_ms desc, id desc, project_id desc)
  where errors + failed_requests + rage_clicks > 0;

-- All sessions of a visitor, to be found and deleted together.
create index sessions_of_users on sessions (user_id, project_id) where user_id is not null;

-- Sessions that the owner wants to see although recorders may hold them back. Rows are forgotten when
-- no session can last that long.
create table wanted_sessions (
  id text primary key,
  wanted_at_ms integer not null
) strict, without rowid;

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

-- What became of what was sent, by minute. The minute stands first, so that old ones are found.
create table outcomes (
  minute integer not null,
  -- Empty where the ingest key does not tell.
  project_id text not null,
  item text not null,
  outcome text not null,
  reason text not null,
  count integer not null,
  primary key (minute, project_id, item, outcome, reason)
) strict, without rowid;

-- How the edge is doing, counted since it was made.
create table metrics (
  name text not null,
  labels text not null,
  value integer not null,
  primary key (name, labels)
) strict, without rowid;

-- How much of the quota of a day, counted since the Unix epoch, has been given out to isolates.
create table usage (
  project_id text not null,
  day integer not null,
  leased integer not null,
  primary key (project_id, day)
) strict, without rowid;
