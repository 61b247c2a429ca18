import { once } from "node:events";
import { db } from "../db/client";
import { ageServices } from "../jobs/age-services";

/** For tests that need a second process: says that it is ready; told to go, ages services up to the instant named, and says how many. */
const [until = ""] = process.argv.slice(2);
// The connection is there before the two set off.
await db().service.count();
process.stdout.write("ready\n");
await once(process.stdin.resume(), "end");
process.stdout.write(`${await ageServices(new Date(until))}\n`, () => process.exit(0));
