# The edge on a machine of one's own with its index in PostgreSQL; otherwise as in `workerd.capnp`.
#
#   POSTGRES_URL=postgres://… workerd serve --experimental edge-worker/workerd-postgres.capnp

using Workerd = import "/workerd/workerd.capnp";
using Sqlite = import "workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "site", assets = Sqlite.site),
    (name = "edge", worker = .edge),
    (name = "clock", worker = Sqlite.clock),
    (name = "objects", disk = (path = "state/objects", writable = true)),
    (name = "blobs", disk = (path = "state/blobs", writable = true)),
    (name = "network", network = Sqlite.network),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "site")],
);

const edge :Workerd.Worker = (
  modules = [
    (name = "index.js", esModule = embed "build-postgres/index.js"),
    (name = "index_bg.wasm", wasm = embed "build-postgres/index_bg.wasm"),
  ],
  compatibilityDate = Sqlite.compatibilityDate,
  globalOutbound = "network",
  bindings = [
    (name = "DATABASE", durableObjectNamespace = "DatabaseObject"),
    (name = "POSTGRES_URL", fromEnvironment = "POSTGRES_URL"),
    (name = "BLOBS_ON_DISK", service = "blobs"),
    (name = "S3_ENDPOINT", fromEnvironment = "S3_ENDPOINT"),
    (name = "S3_REGION", fromEnvironment = "S3_REGION"),
    (name = "S3_BUCKET", fromEnvironment = "S3_BUCKET"),
    (name = "S3_ACCESS_KEY_ID", fromEnvironment = "S3_ACCESS_KEY_ID"),
    (name = "S3_SECRET_ACCESS_KEY", fromEnvironment = "S3_SECRET_ACCESS_KEY"),
    (name = "SESSIONS", durableObjectNamespace = "SessionObject"),
    (name = "SETUP_TOKEN", fromEnvironment = "SETUP_TOKEN"),
    (name = "API_TOKEN", fromEnvironment = "API_TOKEN"),
    (name = "CLIENT_ADDRESS_HEADER", fromEnvironment = "CLIENT_ADDRESS_HEADER"),
  ],
  durableObjectNamespaces = [
    (className = "SessionObject", uniqueKey = "SessionObject", enableSql = true),
    # It holds a connection, which would break whenever it were put away.
    (className = "DatabaseObject", uniqueKey = "DatabaseObject", preventEviction = true),
  ],
  durableObjectStorage = (localDisk = "objects"),
);
