/**
 * What a snapshot says, as text; and, run as a program, a second Plumbline as far as snapshots go: each line on standard
 * input is an instant to tell the present as of, each line on standard output what it is there.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ServiceThen } from "../snapshot/service-then";
import type { Snapshot } from "../snapshot/snapshot";
import { snapshotNow } from "../snapshot/snapshot-at";

const FILE = fileURLToPath(import.meta.url);
const ANSWER = "answer";

/** All that is told of a service. */
export function toldOf(then: ServiceThen): string {
  const { id, slug, facts, score, standing, counting, answered, gaps, blockers, stale, unclear } = then;
  const { name, teamId, tier, lifecycle, tags, deleted, checklistVersionId, dependsOn, scopeChangedAt } =
    facts;
  return JSON.stringify({
    ...{ id, slug, name, teamId, tier, lifecycle, tags, deleted, checklistVersionId, dependsOn },
    ...{ scopeChangedAt, score, standing, counting, answered, gaps, blockers, stale, unclear },
    ...{ unanswered: then.unanswered, weight: then.weight, nextChange: then.nextChange },
    ...{ incidents: [...then.incidents], codes: [...then.codes] },
    answers: then.questions().map(({ question, answer }) => [question.key, answer]),
  });
}

/** All that is told of an instant. */
export const toldIn = ({ day, timeZone, inForce, services }: Snapshot): string =>
  JSON.stringify([day, timeZone, inForce?.row.number ?? null, services.map(toldOf)]);

/** A process of its own that looks when it is asked to. */
export class SecondProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor() {
    const program = ["--conditions=react-server", "--import", "tsx", FILE, ANSWER];
    const env = { ...process.env, LOG_LEVEL: "silent" };
    this.#child = spawn(process.execPath, program, { env, stdio: ["pipe", "pipe", "inherit"] });
    if (!this.#child.stdout) throw new RangeError("a child with pipes has a standard output");
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** What it tells of an instant, see toldIn. */
  async now(at: Date): Promise<string> {
    this.#child.stdin?.write(`${at.toISOString()}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the process ended");
    return value;
  }

  end(): void {
    this.#child.kill();
  }
}

if (process.argv[2] === ANSWER) {
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${toldIn(await snapshotNow(new Date(line)))}\n`);
  process.exit();
}
