import { expect, it } from "vitest";
import type { Session } from "@/lib/contracts/people";
import { sessionsInOrder, sessionsSentence } from "./session-words";

const session = (id: string, lastSeenAt: string, current = false) => ({ id, lastSeenAt, current }) as Session;
const here = session("here", "2026-11-20T08:00:00Z", true);
const phone = session("phone", "2026-11-21T09:00:00Z");
const office = session("office", "2026-11-19T09:00:00Z");

it.each([
  [[here], null, "You are signed in here and nowhere else."],
  [[here, phone], null, "You are signed in on 2 browsers, this one among them."],
  [[], "Bo", "Bo is signed in nowhere."],
  [[phone], "Bo", "Bo is signed in on 1 browser."],
])("says where: %#", (sessions, name, sentence) => {
  expect(sessionsSentence(sessions, name)).toBe(sentence);
});

it("puts this browser first, then the last used", () => {
  expect(sessionsInOrder([office, phone, here]).map(({ id }) => id)).toEqual(["here", "phone", "office"]);
});
