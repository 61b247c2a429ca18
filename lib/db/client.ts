import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "../config/env";
import { log } from "../config/log";
import { once } from "../config/once";
import { PrismaClient } from "./generated/client";
import { statementNames } from "./statement-names";

const CONNECT_TIMEOUT_MS = 3_000;
/** A database that goes silent is given up on after this, so that whoever waits is told within 5 s. */
const QUERY_TIMEOUT_MS = 4_500;
export const STATEMENT_TIMEOUT_MS = 4_000;
export const LOCK_TIMEOUT_MS = 3_000;

/** Whether each connection leads to a session of its own, so that what is set and prepared there stays. */
export const hasOwnSessions = (): boolean => env().DATABASE_SESSIONS === "own";

/** The pool of connections, shared by Prisma and the probes. */
export const pool = (): pg.Pool =>
  once("pool", () => {
    const made = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      idleTimeoutMillis: 30_000,
      application_name: "plumbline",
      // Awaited before the connection is used. Not a startup parameter: poolers refuse those.
      onConnect: async (client) => {
        await client.query(
          `SET statement_timeout = ${STATEMENT_TIMEOUT_MS}; SET lock_timeout = ${LOCK_TIMEOUT_MS}`,
        );
      },
    });
    made.on("error", (error) => log().warn({ error: error.message }, "an idle database connection was lost"));
    return made;
  });

/** The Prisma client of this process. */
export const db = (): PrismaClient =>
  once("prisma", () => {
    const nameOf = hasOwnSessions() ? statementNames() : undefined;
    const adapter = new PrismaPg(pool(), {
      ...(nameOf ? { statementNameGenerator: nameOf } : {}),
      onConnectionError: (error) => log().warn({ error: error.message }, "a database connection was lost"),
    });
    return new PrismaClient({ adapter, errorFormat: "minimal" });
  });
