import { expect, it } from "vitest";
import { isBroadcast } from "./broadcast";

it.each([
  ["answer.saved", true],
  ["service.aged", true],
  ["presence.moved", true],
  ["team.member_saved", true],
  ["person.joined", true],
  ["launch.signed", true],
  ["waiver.granted", true],
  ["person.password_changed", false],
  ["session.created", false],
  ["session.ended", false],
  ["token.created", false],
  ["invitation.created", false],
  ["something.new", false],
  ["answers", false],
  ["", false],
])("of %j browsers are told: %s", (action, told) => {
  expect(isBroadcast(action)).toBe(told);
});
