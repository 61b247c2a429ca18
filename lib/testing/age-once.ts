import { setTimeout as sleep } from "node:timers/promises";
import { db } from "../db/client";
import { ageServices } from "../jobs/age-services";

/** For tests that need a second process: ages services up to the instant named, at the instant named, and says how many. */
const [until = "", startAt = ""] = process.argv.slice(2);
// The connection is there before the two set off.
await db().service.count();
await sleep(Math.max(0, Number(startAt) - Date.now()));
process.stdout.write(String(await ageServices(new Date(until))));
process.exit(0);
