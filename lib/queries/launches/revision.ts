import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { once } from "../../config/once";
import { reader } from "../../db/transaction";
import type { LaunchFacts, SeenFacts } from "../../domain/launch/facts";
import { CONDITION_STATES, DISPOSITION_KINDS } from "../../domain/launch/vocabulary";
import { AREAS, LIFECYCLES, STANDINGS, VERDICTS } from "../../domain/vocabulary";

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const day = z.iso.date();
const whole = z.int().min(0);
const state = z.enum([...VERDICTS, "unanswered"]);
const tier = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const question = z.strictObject({
  question: z.string(),
  area: z.enum(AREAS),
  title: z.string(),
  text: z.string(),
  critical: z.boolean(),
  given: state,
  verdict: state,
  stale: z.boolean(),
  version: whole,
  reason: z.string(),
  evidence: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  savedBy: z.uuid().nullable(),
  savedAt: instant.nullable(),
  waiver: z.strictObject({ id: z.uuid(), until: day }).nullable(),
});

/**
 * What may be signed: strings, whole numbers, booleans and null, nothing else, so that every program that reads the bytes
 * writes the same ones again (RFC 8785); instants in UTC with milliseconds.
 */
const signable = z.strictObject({
  launch: z.uuid(),
  plan: z.strictObject({
    what: z.string(),
    undo: z.strictObject({ how: z.string(), who: z.string() }),
    targetDate: day,
  }),
  services: z.array(
    z.strictObject({
      service: z.string(),
      name: z.string(),
      tier,
      lifecycle: z.enum(LIFECYCLES),
      tags: z.array(z.string()),
      checklist: z.strictObject({ key: z.string(), version: whole }),
      score: whole.nullable(),
      standing: z.enum(STANDINGS),
      questions: z.array(question),
    }),
  ),
  dispositions: z.array(
    z.strictObject({
      id: z.uuid(),
      service: z.string(),
      question: z.string(),
      kind: z.enum(DISPOSITION_KINDS),
      by: z.uuid(),
      at: instant,
    }),
  ),
  conditions: z.array(
    z.strictObject({
      id: z.uuid(),
      service: z.string(),
      question: z.string(),
      owner: z.uuid(),
      dueOn: day,
      state: z.enum(CONDITION_STATES),
    }),
  ),
});

/** A state of a launch as it is signed. */
export interface Revision {
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  /** Canonical JSON in UTF-8. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** The revision of facts (L5). @throws RangeError for what cannot be written in one way only */
export function revisionOf(facts: LaunchFacts): Revision {
  const checked = signable.safeParse(facts);
  if (!checked.success) throw new RangeError(`facts that cannot be signed: ${checked.error.message}`);
  const text = canonicalize(checked.data);
  if (text === undefined) throw new RangeError("facts that cannot be written");
  const bytes = new TextEncoder().encode(text);
  return { hash: createHash("sha256").update(bytes).digest("hex"), bytes };
}

/** A few for each role of some hundred open launches. */
const MOST_SEEN = 2000;
const seen = () => once("seen-facts", () => new Map<string, SeenFacts>());

/** What is compared of facts, without their texts, which are most of them. */
const comparable = ({ plan, conditions, services }: LaunchFacts): SeenFacts => ({
  ...{ plan, conditions },
  services: services.map(({ service, tier, questions }) => ({
    ...{ service, tier },
    questions: questions.map(({ question, critical, given, verdict, stale, version, waiver }) => ({
      ...{ question, critical, given, verdict, stale, version, waiver },
    })),
  })),
});

/**
 * The facts that revisions hold, by hash: read from the bytes that were stored when they were shown, and never changed.
 * @returns only those that are known: that somebody was shown
 */
export async function factsOfRevisions(
  launchId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, SeenFacts>> {
  const key = (hash: string) => `${launchId} ${hash}`;
  const found = new Map<string, SeenFacts>();
  for (const hash of hashes) {
    const facts = seen().get(key(hash));
    if (facts) found.set(hash, facts);
  }
  const missing = [...new Set(hashes)].filter((hash) => !found.has(hash));
  if (missing.length === 0) return found;
  const rows = await reader().launchRevision.findMany({
    where: { launchId, hash: { in: missing } },
    select: { hash: true, bytes: true },
  });
  for (const oldest of seen().keys()) {
    if (seen().size + rows.length <= MOST_SEEN) break;
    seen().delete(oldest);
  }
  for (const { hash, bytes } of rows) {
    const facts = comparable(JSON.parse(new TextDecoder().decode(bytes)) as LaunchFacts);
    found.set(hash, facts);
    seen().set(key(hash), facts);
  }
  return found;
}
