import { ApiProblem } from "@/lib/client/request";
import type { Worse } from "@/lib/domain/launch/worse";
import type { GapPlace } from "./named-questions";

/** What came of an attempt to sign that was refused (L3): what the dialog goes on with. */
export type RefusedSignOff =
  | { kind: "password" }
  /** The state is not the one that was shown any more; what got worse, worst first. */
  | { kind: "worse"; worse: readonly Worse[] }
  | { kind: "blockers"; blockers: readonly GapPlace[] }
  /** Something else, in the words of the server. */
  | { kind: "other" };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const textOr = <T>(value: unknown, other: T): string | T => (typeof value === "string" ? value : other);

const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

const worseOf = (each: Record<string, unknown>): Worse => ({
  code: textOr(each.code, "") as Worse["code"],
  service: textOr(each.service, null),
  question: textOr(each.question, null),
  before: textOr(each.before, ""),
  after: textOr(each.after, ""),
  version: null,
});

/** Reads a refusal. */
export function refusedSignOff(error: unknown): RefusedSignOff {
  if (!(error instanceof ApiProblem)) return { kind: "other" };
  const { code, worse, blockers } = error.problem;
  if (code === "reauthentication_required") return { kind: "password" };
  if (code === "state_worse" || code === "unknown_revision")
    return { kind: "worse", worse: listOf(worse).map(worseOf) };
  if (code === "blockers_open") {
    const places = listOf(blockers).map(({ service, question }) => ({
      service: textOr(service, ""),
      question: textOr(question, ""),
    }));
    return { kind: "blockers", blockers: places };
  }
  return { kind: "other" };
}
