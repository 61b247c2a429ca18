import { type EventOf, eventsOf, type LaunchEvent, type PersonRef } from "./events";
import {
  asSentence,
  because,
  type Calendar,
  dateText,
  dayText,
  nameOf,
  roleText,
  timeText,
} from "./minutes-text";
import { ROLE_TEXT } from "./roles";
import type { Decision, SignRole } from "./vocabulary";

/** A sign-off in minutes. */
export interface SignOffLine {
  role: SignRole;
  person: PersonRef | null;
  deputyFor: PersonRef | null;
  decision: Decision;
  at: Date;
  comment: string;
  lookAgainOn: string | null;
  revision: string;
  /** Nothing was signed after it in its role. */
  inForce: boolean;
  /** The last overruling of a no_go; null without one. */
  overruling: { by: PersonRef | null; at: Date; reason: string; revision: string } | null;
  text: string;
}

const lookAgainText = (day: string | null, calendar: Calendar): string[] =>
  day === null ? [] : [`To be looked at again on ${dayText(day, calendar)}.`];

const overrulingsOf = (events: readonly LaunchEvent[], { signOff }: EventOf<"signed">) =>
  eventsOf(events, "overruled").filter((each) => each.signOff === signOff);

/** What was signed in each role, in the order in which it was (L6, L7). */
export function signOffLines(events: readonly LaunchEvent[], calendar: Calendar): SignOffLine[] {
  const all = eventsOf(events, "signed");
  return all.map((event, place): SignOffLine => {
    const { role, by, deputyFor, decision, at, comment, lookAgainOn, revision } = event;
    const inForce = !all.slice(place + 1).some((later) => later.role === role);
    const overrulings = overrulingsOf(events, event);
    const said = decision === "go" ? "go" : "no-go";
    const instead = deputyFor ? ` for ${deputyFor.name}` : "";
    const text = [
      asSentence(
        because(
          `${ROLE_TEXT[role].name}: ${said}, ${nameOf(event)}${instead}, ${timeText(at, calendar)}`,
          comment,
        ),
      ),
      ...lookAgainText(lookAgainOn, calendar),
      ...overrulings.map((each) =>
        asSentence(because(`overruled by ${nameOf(each)}, ${timeText(each.at, calendar)}`, each.reason)),
      ),
      ...(inForce ? [] : ["Signed again later."]),
    ].join(" ");
    const last = overrulings.at(-1);
    const overruling = last
      ? { by: last.by, at: last.at, reason: last.reason, revision: last.revision }
      : null;
    return {
      ...{ role, person: by, deputyFor, decision, at, comment, lookAgainOn, revision, inForce },
      ...{ overruling, text },
    };
  });
}

/** A no_go that minutes begin with (L6, L9): in force, overruled, or superseded by somebody else. */
export interface Objection {
  role: SignRole;
  person: PersonRef | null;
  at: Date;
  comment: string;
  lookAgainOn: string | null;
  overruledBy: PersonRef | null;
  /** Who was named in the place of who said no. */
  replacedBy: PersonRef | null;
  /** As the first line says it: "over the objection of Li Wen for security, overruled by Ana Kirsch". */
  clause: string;
  text: string;
}

/** What a launch did, or is about to do, in the face of its objections. */
export type Against = "launched" | "open" | "called_off";

/** An objection for the first line: who made it, and what became of it in its role. */
function clauseOf(
  objection: string,
  against: Against,
  became: { overruled: string | null; replaced: string | null; signed: string | null },
): string {
  const { overruled, replaced, signed } = became;
  const isHeard = overruled === null && signed === null;
  const lead =
    against === "called_off" || (against === "open" && isHeard)
      ? "after the no of"
      : isHeard
        ? "against the no of"
        : "over the objection of";
  const end =
    overruled !== null
      ? `, overruled by ${overruled}`
      : replaced !== null
        ? `, who was replaced by ${replaced}`
        : signed !== null
          ? `, in whose place ${signed} signed`
          : "";
  return `${lead} ${objection}${end}`;
}

/** The objections to a launch, in the order in which they were made; none of one that its own giver took back. */
export function objectionsOf(
  events: readonly LaunchEvent[],
  against: Against,
  calendar: Calendar,
): Objection[] {
  const all = eventsOf(events, "signed");
  return all.flatMap((event, place): Objection[] => {
    if (event.decision !== "no_go") return [];
    const { role, by, at, comment, lookAgainOn } = event;
    const next = all.slice(place + 1).find((later) => later.role === role);
    if (next && next.by?.id === by?.id) return [];
    const overruling = overrulingsOf(events, event).at(-1);
    const replacing = eventsOf(events.slice(events.indexOf(event)), "signer_replaced").find(
      (each) => each.role === role && each.from.id === by?.id,
    );
    const who = nameOf(event);
    const text = [
      asSentence(because(`${who} said no for ${roleText(role)} on ${timeText(at, calendar)}`, comment)),
      ...lookAgainText(lookAgainOn, calendar),
      ...(overruling
        ? [
            asSentence(
              because(
                `${nameOf(overruling)} overruled it on ${timeText(overruling.at, calendar)}`,
                overruling.reason,
              ),
            ),
          ]
        : []),
      ...(replacing
        ? [
            asSentence(
              because(
                `${nameOf(replacing)} replaced ${who} by ${replacing.to.name} on ${dateText(replacing.at, calendar)}`,
                replacing.reason,
              ),
            ),
          ]
        : []),
      ...(next
        ? [asSentence(`${nameOf(next)} signed in their place on ${timeText(next.at, calendar)}`)]
        : []),
    ].join(" ");
    return [
      {
        ...{ role, person: by, at, comment, lookAgainOn, text },
        overruledBy: overruling?.by ?? null,
        replacedBy: replacing?.to ?? null,
        clause: clauseOf(`${who} for ${roleText(role)}`, against, {
          overruled: overruling ? nameOf(overruling) : null,
          replaced: replacing?.to.name ?? null,
          signed: next ? nameOf(next) : null,
        }),
      },
    ];
  });
}
