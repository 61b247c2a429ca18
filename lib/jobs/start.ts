import { env } from "../config/env";
import { connections } from "../config/incoming";
import { drain } from "../config/lifecycle";
import { log } from "../config/log";
import { databaseError } from "../db/errors";
import { reasonOf } from "../domain/errors";
import { setUpFirstAdmin } from "./first-admin";
import { startJobs } from "./worker";

const AGAIN_MS = 2_000;
/** 128 and the number of the signal, as a shell has it. */
const SIGTERM_EXIT = 143;

/** Sets the first admin up, as soon as the database is there. @throws Error when the configuration is not right */
async function untilFirstAdmin(): Promise<void> {
  try {
    await setUpFirstAdmin(new Date());
  } catch (error) {
    if (!databaseError(error)) throw error;
    log().warn(
      { error: reasonOf(error) },
      "the database is away; the first admin is set up when it is there",
    );
    setTimeout(() => {
      untilFirstAdmin().catch((reason) =>
        log().error({ error: reasonOf(reason) }, "no first admin was set up"),
      );
    }, AGAIN_MS).unref();
  }
}

/**
 * Somebody asked the process to stop: connections that are idle end at once, the others after their answer, and our server
 * (scripts/start/server.mjs) then ends the process. What takes longer than DRAIN_SECONDS is ended with it: its connection to the
 * database goes, and what it had not committed is rolled back.
 */
function stop(): void {
  drain();
  const seconds = env().DRAIN_SECONDS;
  setTimeout(() => {
    for (const request of connections().underWay()) {
      log().warn(
        request,
        `a request was ended with the process, ${seconds} s after it was to stop; what it had not committed is rolled back`,
      );
    }
    process.exit(SIGTERM_EXIT);
  }, 1_000 * seconds);
}

/** What a server process does before its first request. A configuration that is not right ends it, with the reason. */
export async function start(): Promise<void> {
  try {
    process.env.NEXTAUTH_URL ??= env().PLUMBLINE_URL ?? `http://localhost:${env().PORT}`;
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
    startJobs();
    await untilFirstAdmin();
  } catch (error) {
    process.stderr.write(`Plumbline did not start. ${reasonOf(error)}\n`);
    process.exit(1);
  }
}
