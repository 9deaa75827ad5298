#!/bin/sh
# Copies the state of a running edge into an empty folder: `back-up.sh /state /backup`, with POSTGRES_URL in the
# environment if its index is in PostgreSQL. Needs sqlite3, or pg_dump as well.
#
# What was acknowledged before it began is in the copy. The order matters: a session object may be older than
# what it wrote to the index and to the blobs, which it then writes once more, but never newer.
set -eu
state=$1
backup=$2

copy_databases() {
  mkdir -p "$backup/objects/$1"
  find "$state/objects/$1" -name '*.sqlite' | while read -r database; do
    sqlite3 -cmd '.timeout 10000' "$database" ".backup '$backup/objects/$1/${database##*/}'"
  done
}

copy_databases SessionObject
copy_databases Schedule
if [ -n "${POSTGRES_URL:-}" ]; then
  pg_dump --format=custom --file="$backup/index.dump" "$POSTGRES_URL"
else
  copy_databases D1Database
fi
cp -R "$state/blobs" "$backup/blobs"
