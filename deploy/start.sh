#!/bin/sh
# Runs the edge of this container with a configuration: `start edge-worker/workerd.capnp`.
set -eu

# A new volume has neither folder, and the runtime makes none.
mkdir -p /state/objects /state/blobs

exec workerd serve --experimental --socket-addr 'http=*:8787' \
  --directory-path objects=/state/objects --directory-path blobs=/state/blobs "$@"
