import type { GapPlanChange, GapPlansSave, PlannedGap } from "@/lib/contracts/gap-plans";
import type { GapRow } from "@/lib/contracts/gaps";

/** A gap that can be chosen: what is needed to plan it, and to ask for its answer. */
export type ChoosableGap = Pick<
  GapRow,
  "service" | "serviceName" | "team" | "teamName" | "question" | "title" | "text"
>;

/** The teams of gaps, each once. */
export const teamsOf = (gaps: readonly Pick<ChoosableGap, "team" | "teamName">[]) =>
  [...new Map(gaps.map(({ team, teamName }) => [team, teamName]))].map(([slug, name]) => ({ slug, name }));

export const keyOf = ({ service, question }: Pick<ChoosableGap, "service" | "question">): string =>
  `${service}/${question}`;

/** The choice after one box was pressed; with the shift key all from the one pressed before it to this one follow it. */
export function toggled(
  chosen: ReadonlySet<string>,
  keys: readonly string[],
  key: string,
  from: string | null,
): ReadonlySet<string> {
  const next = new Set(chosen);
  const [start, end] = [keys.indexOf(from ?? key), keys.indexOf(key)];
  const range = start < 0 || end < 0 ? [key] : keys.slice(Math.min(start, end), Math.max(start, end) + 1);
  for (const each of range) {
    if (chosen.has(key)) next.delete(each);
    else next.add(each);
  }
  return next;
}

/** What many gaps are to be changed to; what stays "" stays as it is in each of them. */
export interface ManyDraft {
  /** A person, "nobody", or "". */
  owner: string;
  /** A day, "none", or "". */
  dueOn: string;
  state: NonNullable<GapPlanChange["state"]> | "";
}
export const NO_CHANGE: ManyDraft = { owner: "", dueOn: "", state: "" };

/** The change that a draft means, as the API takes it. */
export const changeOf = ({ owner, dueOn, state }: ManyDraft): GapPlanChange => ({
  ...(owner === "" ? {} : { owner: owner === "nobody" ? null : owner }),
  ...(dueOn === "" ? {} : { dueOn: dueOn === "none" ? null : dueOn }),
  ...(state === "" ? {} : { state }),
});

/** The request that puts plans back as they were, if nobody changed them since. */
export const undoOf = (items: readonly PlannedGap[]): GapPlansSave => ({
  gaps: items.map(({ service, question, plan, before }) => ({
    service,
    question,
    expectedVersion: plan.version,
    set: {
      owner: before?.owner?.id ?? null,
      dueOn: before?.dueOn ?? null,
      state: before?.state ?? "open",
    },
  })),
});
