import { amountText } from "../amount-text";
import { sumOf } from "../sum";
import { countedInWords, quoted } from "../words";
import { verdictInWords } from "./because-text";
import { type CarriedStep, carriedGaps } from "./dispositions";
import {
  type AgendaPart,
  type Decided,
  type EventOf,
  eventsOf,
  type GapRef,
  type LaunchEvent,
  type PersonRef,
} from "./events";
import {
  asSentence,
  because,
  type Calendar,
  dateText,
  dayText,
  decidedText,
  gapText,
  nameOf,
  PART_TEXT,
  waiverText,
} from "./minutes-text";
import type { ConditionState } from "./vocabulary";

const isOf = (gap: GapRef, other: GapRef): boolean =>
  gap.service === other.service && gap.question === other.question;

/** What another person said to the request of an `accept`: the first word after it, and its end. */
function answersTo(events: readonly LaunchEvent[], asked: EventOf<"disposed">): EventOf<"waiver_decided">[] {
  if (asked.decided.kind !== "accept") return [];
  const after = events.slice(events.indexOf(asked));
  const next = eventsOf(after, "disposed").find((each) => each !== asked && isOf(each.gap, asked.gap));
  return eventsOf(next ? after.slice(0, after.indexOf(next)) : after, "waiver_decided").filter(({ gap }) =>
    isOf(gap, asked.gap),
  );
}

/** A decision about a gap in minutes. */
export interface DecisionLine extends GapRef {
  kind: Decided["kind"];
  by: PersonRef | null;
  at: Date;
  /** Another decision about the same gap came later. */
  superseded: boolean;
  text: string;
}

/** Who decided what about a gap, and when. */
function decisionText({ gap, decided, at, ...event }: EventOf<"disposed">, calendar: Calendar): string {
  const [who, what, on] = [nameOf(event), gapText(gap), dateText(at, calendar)];
  switch (decided.kind) {
    case "fixed":
      return decided.withEvidence
        ? because(`${who} answered yes to ${what} on ${on}, with evidence`, decided.reason)
        : because(`${who} claimed on ${on}, without evidence, that ${what} is fixed`, decided.reason);
    case "fix_before":
      return `${what} is ${decidedText(decided, calendar)} (${who}, ${on})`;
    case "accept": {
      const until = dayText(decided.until, calendar);
      return because(`${who} asked on ${on} to accept the risk of ${what} until ${until}`, decided.reason);
    }
    case "not_applicable":
      return because(`${who} said on ${on} that ${what} is not for us`, decided.reason);
  }
}

/** All decisions about gaps, in order, with what came of the risks that were to be accepted (L2, L8). */
export function decisionLines(events: readonly LaunchEvent[], calendar: Calendar): DecisionLine[] {
  const all = eventsOf(events, "disposed");
  return all.map((event, place): DecisionLine => {
    const { gap, decided, by, at } = event;
    const superseded = all.slice(place + 1).some((later) => isOf(later.gap, gap));
    const answers = answersTo(events, event).map((each) => asSentence(waiverText(each, "it", calendar)));
    const isWaiting = decided.kind === "accept" && answers.length === 0 && !superseded;
    const text = [
      asSentence(decisionText(event, calendar)),
      ...answers,
      ...(isWaiting ? ["Nobody else has decided on it."] : []),
      ...(superseded ? ["It was decided again later."] : []),
    ].join(" ");
    return { ...gap, kind: decided.kind, by, at, superseded, text };
  });
}

/** A condition in minutes. */
export interface ConditionLine extends GapRef {
  owner: PersonRef;
  /** YYYY-MM-DD */
  dueOn: string;
  state: ConditionState;
  late: boolean;
  text: string;
}

/** A condition while its story is told. */
interface Told extends Omit<ConditionLine, "text"> {
  story: string[];
}

function tell(told: Told, event: EventOf<"condition_changed">, calendar: Calendar): void {
  const { change } = event;
  const on = dateText(event.at, calendar);
  switch (change.change) {
    case "met":
      told.state = "met";
      told.late = change.late;
      told.story.push(`done on ${on}${change.late ? ", late" : ""}`);
      break;
    case "overdue":
      told.state = "overdue";
      told.late = true;
      told.story.push("not done by its day");
      break;
    case "withdrawn":
      told.state = "withdrawn";
      told.story.push(event.by ? `withdrawn on ${on} by ${nameOf(event)}` : `no longer needed since ${on}`);
      break;
    case "broken":
      told.story.push(`broken since ${on}: the answer is ${verdictInWords(change.verdict)}`);
      break;
    case "moved":
      told.dueOn = change.to;
      if (told.state === "overdue") told.state = "open";
      told.story.push(`moved on ${on} to ${dayText(change.to, calendar)} by ${nameOf(event)}`);
      break;
    case "handed_over":
      told.owner = change.to;
      told.story.push(`handed over on ${on} from ${change.from.name} to ${change.to.name}`);
      break;
  }
}

/** The conditions, in the order in which they were made, with what became of each (L4). */
export function conditionLines(events: readonly LaunchEvent[], calendar: Calendar): ConditionLine[] {
  const all = new Map<string, Told & { promised: string }>();
  for (const event of events) {
    if (event.kind === "disposed" && event.decided.kind === "fix_before") {
      const { owner, dueOn } = event.decided;
      all.set(event.disposition, {
        ...event.gap,
        ...{ owner, dueOn, state: "open", late: false, story: [] },
        promised: `${owner.name}, by ${dayText(dueOn, calendar)}: ${gapText(event.gap)}`,
      });
    }
    const told = event.kind === "condition_changed" ? all.get(event.condition) : undefined;
    if (told && event.kind === "condition_changed") tell(told, event, calendar);
  }
  return [...all.values()].map(({ story, promised, ...line }) => ({
    ...line,
    text: [promised, ...(story.length === 0 ? ["open"] : story)].map(asSentence).join(" "),
  }));
}

/** What was carried: gaps that were let be together, and undecided since (L2). */
export interface Carried {
  count: number;
  /** A year; null where none has a price. */
  expectedLoss: number | null;
  text: string;
}

/** @param currency ISO 4217 */
export function carriedOf(events: readonly LaunchEvent[], currency: string): Carried {
  const carried = carriedGaps(
    events.flatMap((event): CarriedStep<EventOf<"carried">["gaps"][number]>[] => {
      if (event.kind === "carried") return [{ carried: event.gaps }];
      return event.kind === "disposed" ? [{ decided: event.gap }] : [];
    }),
  );
  const count = carried.length;
  const losses = carried.flatMap(({ expectedLoss: loss }) => loss ?? []);
  const expectedLoss = losses.length === 0 ? null : sumOf(losses);
  // as it was then: some of them may have been closed since
  const cost = expectedLoss === null ? "" : `, then about ${amountText(expectedLoss, { currency })} a year`;
  const verb = count < 2 ? "was" : "were";
  return {
    count,
    expectedLoss,
    text: asSentence(`${countedInWords(count, "other gap")} ${verb} carried${cost}`),
  };
}

/** A point of an agenda in minutes. */
export interface AgendaLine extends GapRef {
  /** Which meeting, from 1. */
  meeting: number;
  part: AgendaPart;
  /** Taken along with others, with no decision of its own. */
  carried: boolean;
  text: string;
}

/** The agendas of all meetings, with what was decided about each point until the next one (L2). */
export function agendaLines(events: readonly LaunchEvent[], calendar: Calendar): AgendaLine[] {
  const meetings = eventsOf(events, "meeting_started");
  return meetings.flatMap((meeting, place) => {
    const next = meetings[place + 1];
    const until = events.slice(0, next ? events.indexOf(next) : events.length);
    return meeting.agenda.map(({ part, verdict, ...gap }): AgendaLine => {
      const decided = eventsOf(until, "disposed").findLast((each) => isOf(each.gap, gap));
      const isCarried = eventsOf(until, "carried").some(({ gaps }) => gaps.some((each) => isOf(each, gap)));
      const nothing = part === "blocker" || part === "gap" ? "nothing decided" : "left as it is";
      const result = decided ? decidedText(decided.decided, calendar) : isCarried ? "carried" : nothing;
      const state = part === "not_applicable" ? "" : `, ${verdictInWords(verdict)}`;
      const text = asSentence(`${gapText(gap)}, ${PART_TEXT[part]}${state}: ${result}`);
      return { ...gap, meeting: place + 1, part, carried: !decided && isCarried, text };
    });
  });
}

/** The agenda of one meeting as it is read: a sentence for each point, and one for all that were carried together. */
export function agendaTexts(lines: readonly AgendaLine[]): string[] {
  const carried = lines.filter((line) => line.carried);
  if (carried.length < 3) return lines.map(({ text }) => text);
  const services = [...new Set(carried.map(({ serviceName }) => serviceName))];
  const names = services.map((name) => {
    const own = carried.filter(({ serviceName }) => serviceName === name);
    return `${own.map(({ title }) => quoted(title)).join(", ")} (${name})`;
  });
  return [
    ...lines.filter((line) => !line.carried).map(({ text }) => text),
    asSentence(`${countedInWords(carried.length, "gap")} were carried: ${names.join("; ")}`),
  ];
}
