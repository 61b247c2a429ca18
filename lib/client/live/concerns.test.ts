import { expect, it } from "vitest";
import { concerns, isAnswered, type Shown } from "./concerns";
import { anEvent } from "./testing-events";

const service: Shown = { services: ["checkout"] };
const team: Shown = { teams: ["payments"] };
const list: Shown = { types: ["service", "team"] };

const launch: Shown = { services: ["checkout"], launches: ["l1"] };
const ofLaunch = (subject: string) => ({ ...{ subjectType: "launch", subject }, service: null, team: null });

it.each<[string, Parameters<typeof anEvent>[0], Shown, boolean]>([
  ["a launch, its page", ofLaunch("l1"), launch, true],
  ["another launch, the page of this", ofLaunch("l2"), launch, false],
  ["a launch, the list of all", ofLaunch("l2"), { types: ["launch"] }, true],
  ["an answer, the page of a launch of its service", {}, launch, true],
  ["an answer, the page of its service", {}, service, true],
  ["an answer, the page of its team", {}, team, true],
  ["an answer, the list", {}, list, true],
  ["another service, the page of this", { service: "ledger" }, service, false],
  ["a service of another team, the page of this", { team: "search" }, team, false],
  [
    "a service that may have moved away, the page of a team",
    { action: "service.edited", team: "search" },
    team,
    true,
  ],
  [
    "a service that was edited, the page of another",
    { action: "service.edited", service: "ledger" },
    service,
    false,
  ],
  [
    "a new member, the page of the team",
    { subjectType: "team", service: null, action: "team.member_saved" },
    team,
    true,
  ],
  ["a new member, the page of a service", { subjectType: "team", service: null }, service, false],
  [
    "an import, any page",
    { action: "import.run", subjectType: "organisation", service: null, team: null },
    service,
    true,
  ],
  [
    "settings, the list",
    { action: "organisation.edited", subjectType: "organisation", service: null, team: null },
    list,
    false,
  ],
  ["somebody's move, any page", { action: "presence.moved" }, { ...service, ...team, ...list }, false],
])("%s: %#", (_, event, shown, expected) => {
  expect(concerns(anEvent(event), shown)).toBe(expected);
});

it.each([
  ["answer.saved", true],
  ["answer.confirmed", true],
  ["gap.planned", false],
])("%s is an answer: %s", (action, expected) => {
  expect(isAnswered({ action })).toBe(expected);
});
