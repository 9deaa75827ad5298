# The edge on a machine of one's own, in the open-source runtime that Cloudflare's workers run in.
# `wrangler.toml` is the same for Cloudflare. Operating it: docs/operate/self-hosted.md
#
#   workerd serve --experimental edge-worker/workerd.capnp
#
# runs it from the root of the project, with its state below the working folder. D1, cron triggers
# and static files are parts of the runtime that still need `--experimental`: it is pinned by the
# lock file for that reason.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "site", assets = .site),
    (name = "edge", worker = .edge),
    (name = "index", worker = .index),
    (name = "clock", worker = .clock),
    # `--directory-path objects=…` and `--directory-path blobs=…` put them elsewhere.
    (name = "objects", disk = (path = "state/objects", writable = true)),
    (name = "blobs", disk = (path = "state/blobs", writable = true)),
    (name = "network", network = .network),
  ],
  # `--socket-addr http=…` listens elsewhere.
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "site")],
);

# The dashboard; what is not a file of it goes to the edge.
const site :Workerd.AssetsService = (
  path = "dashboard/dist",
  # Made by the build from `wrangler.toml` and the dashboard's headers.
  config = embed "build/assets.json",
  userWorker = "edge",
);

# Stores may be on this machine, near it, or far away. The edge sends to no address that somebody else
# has given it.
const network :Workerd.Network = (
  allow = ["public", "private"],
  tlsOptions = (trustBrowserCas = true),
);

const edge :Workerd.Worker = (
  modules = [
    (name = "index.js", esModule = embed "build/index.js"),
    (name = "index_bg.wasm", wasm = embed "build/index_bg.wasm"),
  ],
  compatibilityDate = .compatibilityDate,
  globalOutbound = "network",
  bindings = [
    (name = "INDEX", wrapped = (
      moduleName = "cloudflare-internal:d1-api",
      innerBindings = [(
        name = "fetcher",
        service = (name = "index", props = (json = "{\"database\": \"index\"}")),
      )],
    )),
    (name = "BLOBS_ON_DISK", service = "blobs"),
    # A store of blobs that speaks the protocol of S3, instead of the folder.
    (name = "S3_ENDPOINT", fromEnvironment = "S3_ENDPOINT"),
    (name = "S3_REGION", fromEnvironment = "S3_REGION"),
    (name = "S3_BUCKET", fromEnvironment = "S3_BUCKET"),
    (name = "S3_ACCESS_KEY_ID", fromEnvironment = "S3_ACCESS_KEY_ID"),
    (name = "S3_SECRET_ACCESS_KEY", fromEnvironment = "S3_SECRET_ACCESS_KEY"),
    (name = "SESSIONS", durableObjectNamespace = "SessionObject"),
    (name = "SETUP_TOKEN", fromEnvironment = "SETUP_TOKEN"),
    (name = "API_TOKEN", fromEnvironment = "API_TOKEN"),
    # In which the proxy before the edge says who sends, such as `x-forwarded-for`.
    (name = "CLIENT_ADDRESS_HEADER", fromEnvironment = "CLIENT_ADDRESS_HEADER"),
  ],
  # Whoever changes a `uniqueKey` loses what is stored under it.
  durableObjectNamespaces = [
    (className = "SessionObject", uniqueKey = "SessionObject", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "objects"),
);

# D1, whose database is an object like those of the sessions.
const index :Workerd.Worker = (
  modules = [(name = "index.js", bundled = "/workerd/d1.js")],
  compatibilityDate = .compatibilityDate,
  bindings = [(name = "DATABASE", durableObjectNamespace = "D1Database")],
  durableObjectNamespaces = [
    (className = "D1Database", uniqueKey = "D1Database", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "objects"),
);

# Cron triggers, kept by the alarm of an object. The times are those of `wrangler.toml`.
const clock :Workerd.Worker = (
  modules = [(name = "index.js", bundled = "/workerd/cron.js")],
  compatibilityDate = .compatibilityDate,
  compatibilityFlags = ["service_binding_extra_handlers"],
  bindings = [
    (name = "SCHEDULE", durableObjectNamespace = "Schedule"),
    (name = "CRONS", json = "{\"EDGE\": [\"17 * * * *\"]}"),
    (name = "EDGE", service = "edge"),
  ],
  durableObjectNamespaces = [
    (className = "Schedule", uniqueKey = "Schedule", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "objects"),
);

const compatibilityDate :Text = "2026-11-01";
