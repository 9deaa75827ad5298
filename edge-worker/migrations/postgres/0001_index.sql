-- The index, as in `migrations/sqlite`, where each table is explained. What is ordered or compared is
-- ordered by its bytes, whatever the database is otherwise set to.

create table projects (
  id text collate "C" primary key,
  name text not null,
  settings text not null default '{}' check (jsonb_typeof(settings::jsonb) = 'object'),
  retention_days bigint not null,
  batches_per_day_max bigint,
  archived_bytes bigint not null default 0,
  deleted_at_ms bigint
);

create table ingest_keys (
  id text collate "C" primary key,
  kind text not null check (kind in ('browser', 'server')),
  project_id text collate "C" not null references projects (id),
  allowed_origins text not null check (jsonb_typeof(allowed_origins::jsonb) = 'array'),
  created_at_ms bigint not null,
  revoked_at_ms bigint
);

create table sessions (
  id text collate "C" not null,
  project_id text collate "C" not null,
  previous_id text,
  started_at_ms bigint not null,
  ended_at_ms bigint not null,
  active_ms bigint not null,
  entry_url text not null,
  exit_url text not null,
  user_id text collate "C",
  user_traits text,
  user_agent text not null,
  country text,
  browser text,
  browser_version bigint,
  os text,
  device text,
  views bigint not null,
  clicks bigint not null,
  errors bigint not null,
  rage_clicks bigint not null,
  failed_requests bigint not null,
  batches bigint not null,
  missing_batches bigint not null,
  records bigint not null,
  size_bytes bigint not null,
  primary key (id, project_id)
);

create index sessions_newest_first on sessions (started_at_ms desc, id desc, project_id desc);

create index sessions_in_trouble on sessions (started_at_ms desc, id desc, project_id desc)
  where errors + failed_requests + rage_clicks > 0;

create index sessions_of_users on sessions (user_id, project_id) where user_id is not null;

create table wanted_sessions (
  id text collate "C" primary key,
  wanted_at_ms bigint not null
);

create table owner (
  "only" bigint primary key check ("only" = 1),
  email text not null,
  password_hash text not null,
  created_at_ms bigint not null
);

create table sign_ins (
  token_sha256 text collate "C" primary key,
  created_at_ms bigint not null,
  expires_at_ms bigint not null
);

create index sign_ins_by_expiry on sign_ins (expires_at_ms);

create table outcomes (
  minute bigint not null,
  project_id text collate "C" not null,
  item text collate "C" not null,
  outcome text collate "C" not null,
  reason text collate "C" not null,
  count bigint not null,
  primary key (minute, project_id, item, outcome, reason)
);

create table metrics (
  name text collate "C" not null,
  labels text collate "C" not null,
  value bigint not null,
  primary key (name, labels)
);

create table usage (
  project_id text collate "C" not null,
  day bigint not null,
  leased bigint not null,
  primary key (project_id, day)
);
