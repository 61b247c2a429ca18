import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { env } from "../config/env";
import { log } from "../config/log";
import { once } from "../config/once";
import type { Connection } from "./connection";
import { PrismaClient } from "./generated/client";
import { Pool } from "./pool";
import { statementNames } from "./statement-names";

const CONNECT_TIMEOUT_MS = 3_000;

/** Whether each connection leads to a session of its own, so that what is set and prepared there stays. */
const hasOwnSessions = (): boolean => env().DATABASE_SESSIONS === "own";

/** A pool of connections. @param max how many at most */
function openPool(max: number): pg.Pool {
  const made = new Pool({
    connectionString: env().DATABASE_URL,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    application_name: "plumbline",
    // Awaited before the connection is used.
    onConnect: (client) => (client as Connection).settle(hasOwnSessions()),
  });
  made.on("error", (error) => log().warn({ error: error.message }, "an idle database connection was lost"));
  return made;
}

/** How many of the connections expensive reads have: a quarter, at least one. */
const expensiveSize = () => Math.max(1, Math.floor(env().DATABASE_POOL_SIZE / 4));

/** The pool of connections, shared by Prisma and the probes. */
export const pool = (): pg.Pool => once("pool", () => openPool(env().DATABASE_POOL_SIZE - expensiveSize()));

/** The connections of expensive reads: whatever those do, the others keep theirs. */
export const expensivePool = (): pg.Pool => once("expensive-pool", () => openPool(expensiveSize()));

/** The Prisma client of this process. */
export const db = (): PrismaClient => once("prisma", () => openClient(pool()));

/** The same for expensive reads. */
export const expensiveDb = (): PrismaClient => once("expensive-prisma", () => openClient(expensivePool()));

function openClient(from: pg.Pool): PrismaClient {
  const nameOf = hasOwnSessions() ? statementNames() : undefined;
  const adapter = new PrismaPg(from, {
    ...(nameOf ? { statementNameGenerator: nameOf } : {}),
    onConnectionError: (error) => log().warn({ error: error.message }, "a database connection was lost"),
  });
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}
