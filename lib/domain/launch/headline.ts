import { daysBetween } from "../as-of";
import { dayInWords } from "../day-words";
import { countedInWords, listed } from "../words";
import { type OutcomeReason, reasonsByCode } from "./outcome";
import { ROLE_TEXT } from "./roles";
import type { LaunchState, Outcome, OutcomeReasonCode, SignRole } from "./vocabulary";

/** What a part of a headline is about: where a screen links it to; null for what is not a link. */
export type HeadlineAbout = "date" | "outcome" | "blockers" | "conditions" | "sign_offs" | null;

export interface HeadlinePart {
  text: string;
  about: HeadlineAbout;
}

/** What a launch is introduced by. Days are YYYY-MM-DD, where the organisation is. */
export interface HeadlineFacts {
  title: string;
  state: LaunchState;
  targetDate: string;
  today: string;
  /** When it was launched or called off; null while it is open. */
  closedOn: string | null;
  launchedWithoutGo: boolean;
  outcome: Outcome;
  reasons: readonly OutcomeReason[];
}

/** Roles within a sentence: "security and product". */
const rolesInWords = (roles: readonly SignRole[]): string =>
  listed(roles.map((role) => ROLE_TEXT[role].name.toLowerCase()));

const part = (text: string, about: HeadlineAbout = null): HeadlinePart => ({ text, about });

/** When an open launch is: "launches in 9 days". */
function whenText(targetDate: string, today: string): HeadlinePart[] {
  const days = daysBetween(today, targetDate);
  if (days === 0) return [part(" launches "), part("today", "date")];
  if (days === 1) return [part(" launches "), part("tomorrow", "date")];
  if (days > 1) return [part(" launches "), part(`in ${days} days`, "date")];
  return [part(" was to launch "), part(days === -1 ? "yesterday" : `${-days} days ago`, "date")];
}

/** What is missing for a decision, as clauses. @param count how many reasons have the code @param roles theirs */
function missingText(code: OutcomeReasonCode, count: number, roles: readonly SignRole[]): HeadlinePart[] {
  const one = count === 1;
  const who = rolesInWords(roles);
  switch (code) {
    case "blocker_undisposed":
      return [
        part(countedInWords(count, "blocker"), "blockers"),
        part(one ? " waits for somebody" : " wait for somebody"),
      ];
    case "condition_overdue":
      return [part(countedInWords(count, "condition"), "conditions"), part(one ? " is late" : " are late")];
    case "sign_off_out_of_date":
      return [part(who, "sign_offs"), part(one ? " has to sign again" : " have to sign again")];
    case "signer_missing":
      return [part("nobody is named for "), part(who, "sign_offs")];
    case "sign_off_missing":
      return [part(who, "sign_offs"), part(one ? " has to sign" : " have to sign")];
    case "second_person":
      return [part("a second person", "sign_offs"), part(" has to sign")];
    case "date_passed":
      return [part("its date passed more than a week ago", "date")];
    default:
      return [];
  }
}

/** The clauses of what is missing; a role without a name comes last, where no list of those who have to sign reads as more of it. */
function missing(reasons: readonly OutcomeReason[]): HeadlinePart[] {
  const clauses = reasonsByCode(reasons)
    .sort((a, b) => Number(a.code === "signer_missing") - Number(b.code === "signer_missing"))
    .map(({ code, those }) =>
      missingText(
        code,
        those.length,
        those.flatMap(({ role }) => role ?? []),
      ),
    )
    .filter((clause) => clause.length > 0);
  return clauses.flatMap((clause, place) => [part(place === 0 ? ": " : ", "), ...clause]);
}

const rolesWith = (reasons: readonly OutcomeReason[], code: OutcomeReasonCode): SignRole[] =>
  reasons.filter((reason) => reason.code === code).flatMap(({ role }) => role ?? []);

function outcomeText({ outcome, reasons }: HeadlineFacts): HeadlinePart[] {
  switch (outcome) {
    case "go":
      return [part("a go", "outcome")];
    case "conditional_go": {
      const open = reasons.filter(({ code }) => code === "condition_open").length;
      return [part("a go", "outcome"), part(" on "), part(countedInWords(open, "condition"), "conditions")];
    }
    case "pending":
      return [part("not decided", "outcome"), ...missing(reasons)];
    case "no_go":
      return [
        part("a no-go", "outcome"),
        part(": "),
        part(rolesInWords(rolesWith(reasons, "no_go")), "sign_offs"),
        part(" said no"),
      ];
  }
}

/** That somebody objected, and was overruled (L6): it stands in the first line. */
function objection({ outcome, reasons }: HeadlineFacts): HeadlinePart[] {
  const overruled = rolesWith(reasons, "overruled");
  if (overruled.length === 0 || outcome === "no_go") return [];
  return [part(", over the objection of "), part(rolesInWords(overruled), "sign_offs")];
}

/**
 * The first line of a launch, in parts that are links: "Checkout 3 launches in 9 days and is not decided: one blocker waits
 * for somebody, one condition is late, security has to sign again."
 */
export function launchHeadline(facts: HeadlineFacts): HeadlinePart[] {
  const { title, state, closedOn, targetDate, today } = facts;
  const day = part(dayInWords(closedOn ?? targetDate, today), "date");
  if (state === "called_off") return [part(`${title} was called off on `), day, part(".")];
  if (state === "launched") {
    const withoutGo = facts.launchedWithoutGo ? [part(" "), part("without a go", "outcome")] : [];
    return [part(`${title} launched on `), day, ...withoutGo, ...objection(facts), part(".")];
  }
  const [first = part(""), ...when] = whenText(targetDate, today);
  return [
    part(`${title}${first.text}`),
    ...when,
    part(" and is "),
    ...outcomeText(facts),
    ...objection(facts),
    part("."),
  ];
}
