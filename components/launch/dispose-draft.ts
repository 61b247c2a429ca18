import type { LaunchGap } from "@/lib/contracts/launch-parts";
import type { DispositionNew } from "@/lib/contracts/launch-requests";
import type { Launch } from "@/lib/contracts/launches";
import { dayAfter } from "@/lib/domain/as-of";
import { ACCEPT_DAYS, dueOnProblem, untilProblem } from "@/lib/domain/launch/conditions";
import type { DispositionKind } from "@/lib/domain/launch/vocabulary";
import { isBlank, isLinkable } from "@/lib/domain/text";
import type { Tier } from "@/lib/domain/vocabulary";
import {
  lastUntil,
  MOST_WAIVER_DAYS,
  NOT_WAIVABLE_TEXT,
  untilProblem as tooLongProblem,
} from "@/lib/domain/waiver";

/** A decision about a gap as it is being made: what is typed for one kind stays while another is looked at. */
export interface DisposeDraft {
  kind: DispositionKind | null;
  reason: string;
  evidence: readonly { label: string; url: string }[];
  owner: string;
  /** Days are YYYY-MM-DD, "" for none. */
  dueOn: string;
  until: string;
}

/** What the form holds before anything is chosen: owner and day that are planned already, where they fit. */
export function startOfDispose(
  gap: Pick<LaunchGap, "owner" | "dueOn" | "evidence">,
  { targetDate }: Pick<Launch, "targetDate">,
  today: string,
): DisposeDraft {
  const dayBefore = dayAfter(targetDate, -1);
  const planned =
    gap.dueOn !== null && dueOnProblem(gap.dueOn, targetDate, today) === null ? gap.dueOn : null;
  return {
    kind: null,
    reason: "",
    evidence: gap.evidence.map((link) => ({ ...link })),
    owner: gap.owner ?? "",
    dueOn: planned ?? (dayBefore >= today ? dayBefore : ""),
    until: dayAfter(targetDate, ACCEPT_DAYS),
  };
}

/** What decides, beside the gap, what can be done about it. */
interface Here {
  /** Whether the viewer may answer for its service, and plan its fixes. */
  can: { answer: boolean; plan: boolean };
  tier: Tier;
  /** YYYY-MM-DD, where the organisation is. */
  today: string;
}

/** Why a kind of decision cannot be taken here; null where it can. */
export function closedTo(
  kind: DispositionKind,
  gap: Pick<LaunchGap, "given" | "stale" | "waiverAsked">,
  { targetDate }: Pick<Launch, "targetDate">,
  { can, tier, today }: Here,
): string | null {
  if (kind === "fixed" || kind === "not_applicable")
    return can.answer ? null : "Members of its team answer for it.";
  if (!can.plan)
    return kind === "accept" ? "Members of its team ask for waivers." : "Members of its team plan its fixes.";
  if (kind === "fix_before") return targetDate > today ? null : "No day is left before the launch.";
  if (gap.given !== "no" && gap.given !== "partly")
    return "Answer it first: only a known risk can be accepted.";
  if (gap.stale) return NOT_WAIVABLE_TEXT.stale;
  if (lastUntil(tier, today) < dayAfter(targetDate, ACCEPT_DAYS))
    return `The launch is too far away: at tier ${tier} a risk is accepted for ${MOST_WAIVER_DAYS[tier]} days at most.`;
  return gap.waiverAsked ? "A waiver is asked for already, and waits for a decision." : null;
}

const linksOf = ({ evidence }: Pick<DisposeDraft, "evidence">) =>
  evidence.filter(({ label, url }) => !(isBlank(label) && isBlank(url)));

/** Whether a decision needs words: a yes to a critical question goes with evidence, or with how it is known. */
export const needsReason = (
  draft: Pick<DisposeDraft, "kind" | "evidence">,
  { critical }: Pick<LaunchGap, "critical">,
): boolean =>
  draft.kind === "accept" ||
  draft.kind === "not_applicable" ||
  (draft.kind === "fixed" && critical && linksOf(draft).length === 0);

/** What is missing, by field; empty when it can be sent. */
export function disposeProblems(
  draft: DisposeDraft,
  gap: Pick<LaunchGap, "critical">,
  { targetDate }: Pick<Launch, "targetDate">,
  { tier, today }: Pick<Here, "tier" | "today">,
): Readonly<Record<string, string>> {
  const { kind, reason, evidence, owner, dueOn, until } = draft;
  const problems: Record<string, string> = {};
  if (kind === null) problems.kind = "Choose one of the four.";
  if (needsReason(draft, gap) && isBlank(reason))
    problems.reason = kind === "fixed" ? "Say how we know, or add evidence." : "Say why.";
  if (kind === "fixed")
    for (const [index, { label, url }] of evidence.entries())
      if (!(isBlank(label) && isBlank(url)) && !isLinkable(url))
        problems[`evidence.${index}.url`] = "Use a whole address that starts with https://.";
  if (kind === "fix_before") {
    if (owner === "") problems.owner = "Choose who does it.";
    const day = dueOn === "" ? { message: "Choose a day." } : dueOnProblem(dueOn, targetDate, today);
    if (day) problems.dueOn = day.message;
  }
  if (kind === "accept") {
    const problem =
      until === ""
        ? "Choose a day."
        : (untilProblem(until, targetDate)?.message ?? tooLongProblem(until, tier, today));
    if (problem) problems.until = problem;
  }
  return problems;
}

/** The fields that are there for what is chosen, by their paths in what is sent. */
export function fieldsOfDispose({ kind, evidence }: DisposeDraft): string[] {
  if (kind === "fix_before") return ["owner", "dueOn"];
  if (kind === "accept") return ["reason", "until"];
  return kind === "fixed" ? ["reason", ...evidence.map((_, index) => `evidence.${index}.url`)] : ["reason"];
}

/** The body that sends it. @throws RangeError without a kind */
export function bodyOfDispose(
  draft: DisposeDraft,
  { service, question }: Pick<LaunchGap, "service" | "question">,
  expectedVersion: number,
): DispositionNew {
  const { kind, reason, owner, dueOn, until } = draft;
  const place = { service, question };
  switch (kind) {
    case "fixed": {
      const evidence = linksOf(draft).map((link) => ({ ...link }));
      return { ...place, kind, expectedVersion, reason, evidence };
    }
    case "fix_before":
      return { ...place, kind, owner, dueOn };
    case "accept":
      return { ...place, kind, reason, until };
    case "not_applicable":
      return { ...place, kind, reason, expectedVersion };
    case null:
      throw new RangeError("a decision of no kind");
  }
}
