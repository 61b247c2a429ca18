import { beforeEach, expect, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { planGap } from "../commands/gaps/plan-gap";
import type { Verdict } from "../domain/vocabulary";
import { resetDatabase } from "../testing/database";
import { aService, daysLater, scopeOf } from "../testing/factories";
import { alikeGaps } from "./alike-gaps";
import { snapshotAt } from "./snapshot-at";

const QUESTION = "simultaneous-edits-kept";

beforeEach(resetDatabase);

it("an estimate counts for the gap that it was made for, asked then and asked later", async () => {
  const { member, resource } = await aService();
  const answer = (verdict: Verdict, day: number, expectedVersion: number) => {
    const body = { verdict, reason: "So it is.", expectedVersion };
    return saveAnswer(scopeOf(member, "answer:save", resource), QUESTION, body, daysLater(day));
  };
  await answer("no", 1, 0);
  await planGap(scopeOf(member, "gap:plan", resource), QUESTION, { effortDays: 0.7 }, daysLater(10));
  const isEstimated = async (day: number, asked: number) => {
    const snapshot = await snapshotAt(daysLater(day).toISOString(), daysLater(asked));
    const gaps = alikeGaps(snapshot, snapshot.services);
    return gaps.find(({ question }) => question === QUESTION)?.effortDays === 0.7;
  };
  expect(await isEstimated(15, 15)).toBe(true);
  await answer("yes", 20, 1);
  await answer("no", 40, 2);
  expect(await isEstimated(15, 60)).toBe(true);
  expect(await isEstimated(50, 50)).toBe(false);
  expect(await isEstimated(50, 60)).toBe(false);
});
