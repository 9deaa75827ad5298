-- The session that had run out when this one began.
alter table sessions add column previous_id text;

-- What the recorders of the project are told, as a JSON object: docs/operate/edge.md says what it may
-- hold.
alter table projects add column settings text not null default '{}'
  check (json_type(settings) = 'object');
