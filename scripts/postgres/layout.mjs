import { join } from "node:path";

/** Where in the data folder the embedded Postgres keeps what is its own. The account that runs it owns `postgres`. */
export const ownFolder = (dataDir) => join(dataDir, "postgres");
/** PGDATA. */
export const clusterFolder = (dataDir) => join(dataDir, "postgres", "cluster");
/** What the server says. */
export const logFile = (dataDir) => join(dataDir, "postgres", "server.log");
/** The superuser's password, readable only for whoever starts Plumbline. */
export const passwordFile = (dataDir) => join(dataDir, "postgres-password");
/** The port of the last start; kept, so that it stays the same. */
export const portFile = (dataDir) => join(dataDir, "postgres-port");
