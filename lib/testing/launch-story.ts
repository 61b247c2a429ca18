import type { EventFacts, EventKind, GapRef, LaunchEvent, PersonRef } from "../domain/launch/events";
import type { MinutesLaunch } from "../domain/launch/minutes";

const person = (id: string, name: string): PersonRef => ({ id, name });
/** The people of a launch in tests. */
export const PEOPLE = {
  ana: person("ana", "Ana Kirsch"),
  jonas: person("jonas", "Jonas Berg"),
  mira: person("mira", "Mira Okafor"),
  li: person("li", "Li Wen"),
  sam: person("sam", "Sam Adeyemi"),
};
type Who = keyof typeof PEOPLE | null;

/** A gap of Checkout. */
export const gapOf = (question: string, title: string): GapRef => ({
  service: "checkout",
  serviceName: "Checkout",
  question,
  title,
});

let made = 0;
/** An event at a day of November 2026 and an hour of UTC: "25 10:42". */
export function happened<Kind extends EventKind>(
  when: string,
  who: Who,
  kind: Kind,
  facts: EventFacts[Kind],
): LaunchEvent {
  made += 1;
  const [day = "1", clock = "00:00"] = when.split(" ");
  const at = new Date(`2026-11-${day.padStart(2, "0")}T${clock}:00.000Z`);
  return { id: `event-${made}`, at, by: who === null ? null : PEOPLE[who], kind, ...facts } as LaunchEvent;
}

/** A sign-off that is called like its role, by whom, and the hour. */
export const signedOff = (
  when: string,
  who: Exclude<Who, null>,
  role: EventFacts["signed"]["role"],
  some: Partial<EventFacts["signed"]> = {},
): LaunchEvent =>
  happened(when, who, "signed", {
    signOff: `${role} ${who} ${when}`,
    role,
    decision: "go",
    deputyFor: null,
    comment: "",
    lookAgainOn: null,
    revision: "9f2c",
    ...some,
  });

/** Checkout 3, launched on 27 November 2026 on a go, unless said otherwise. */
export const launchOf = (some: Partial<MinutesLaunch> = {}): MinutesLaunch => ({
  title: "Checkout 3",
  state: "launched",
  outcome: "go",
  conditionsOpen: 0,
  targetDate: "2026-11-27",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  onlyPerson: false,
  revision: "9f2c",
  ...some,
});
