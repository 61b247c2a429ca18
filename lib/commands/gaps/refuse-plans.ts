import "server-only";
import { AppError, type FieldProblem } from "../../domain/errors";

/** Why one of many gaps cannot be planned. */
export interface Refusal extends FieldProblem {
  code: "forbidden" | "conflict" | "refused";
  /** The plan that is there now, for a conflict. */
  current?: unknown;
}

/** Where several things are wrong, the first of these is what a program is told. */
const ORDER = ["forbidden", "refused", "conflict"] as const;

/**
 * Refuses the whole when anything in it is refused, naming each by its place.
 * @param all how many gaps were asked for
 * @throws AppError forbidden, refused or conflict
 */
export function refuseAll(refusals: readonly Refusal[], all: number): void {
  const [first] = refusals;
  const code = ORDER.find((each) => refusals.some((refusal) => refusal.code === each));
  if (!first || !code) return;
  const count = new Set(refusals.map(({ field }) => field)).size;
  const which = all === 1 ? "" : ` (${count} of ${all} refused)`;
  const current = refusals.flatMap((each) => (each.current ? [each.current] : []));
  throw new AppError(code, {
    message: `${first.message} No plan was changed${which}.`,
    fields: refusals.map(({ field, message }) => ({ field, message })),
    ...(code === "conflict" ? { current } : {}),
  });
}
