import { notePeerAddresses } from "../config/client-address";
import { env } from "../config/env";
import { lifecycle } from "../config/lifecycle";
import { log } from "../config/log";
import { databaseError } from "../db/errors";
import { startEveryMinute } from "./every-minute";
import { setUpFirstAdmin } from "./first-admin";

/** What a server process does before its first request. A configuration that is not right ends it, with the reason. */
export async function start(): Promise<void> {
  try {
    process.env.NEXTAUTH_URL ??= env().PLUMBLINE_URL ?? `http://localhost:${env().PORT}`;
    notePeerAddresses();
    process.once("SIGTERM", () => {
      lifecycle().draining = true;
    });
    startEveryMinute();
    await setUpFirstAdmin(new Date());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (databaseError(error)) {
      log().warn(
        { error: reason },
        "the database is away at the start; it is asked again with every request",
      );
      return;
    }
    console.error(`Plumbline did not start. ${reason}`);
    process.exit(1);
  }
}
