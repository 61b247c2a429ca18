/**
 * A second Plumbline as far as signing in goes: a process with a pool of its own. Each line on standard input is a list
 * of sign-ins to try at the same time, each line on standard output what came of them.
 */
import { createInterface } from "node:readline";
import { type SignIn, signIn } from "../auth/sign-in";
import { databaseError } from "../db/errors";

/** One sign-in to try. */
export interface Tried {
  email: string;
  password: string;
  address: string;
  device?: string;
}

/** Comes again when no connection was free, as it may be on a crowded machine: that is a 503, not what is tested. */
async function attempt({ email, password, address, device }: Tried, left = 20): Promise<SignIn> {
  const from = { address, device, userAgent: "a test", requestId: "r" };
  try {
    return await signIn({ email, password }, from, new Date());
  } catch (error) {
    if (left === 0 || !databaseError(error)) throw error;
    return attempt({ email, password, address, ...(device ? { device } : {}) }, left - 1);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const results = await Promise.all((JSON.parse(line) as Tried[]).map((each) => attempt(each)));
  process.stdout.write(`${JSON.stringify(results)}\n`);
}
process.exit();
