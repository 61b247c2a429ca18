import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { missingFromAnswer } from "../../lib/domain/answer-rules";
import { applies } from "../../lib/domain/applies";
import { assess, readiness } from "../../lib/domain/readiness";
import { codePoints, isLinkable, TEXT_LIMITS } from "../../lib/domain/text";
import { productionReadiness } from "../checklists/production-readiness";
import { plumbline } from "./plumbline";

const { service, answers } = plumbline;
const { questions } = productionReadiness;
const asked = questions.filter((question) => applies(question, service));
const inBackticks = (text: string) => [...text.matchAll(/`([^`]*)`/g)].map(([, inside = ""]) => inside);
const isPath = (text: string) => text.includes("/") || /\.\w+$/.test(text);
const pathsOf = (text: string) => inBackticks(text).filter(isPath);
const isThere = (path: string) => existsSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));

describe("Plumbline, assessed by its own checklist", () => {
  it("answers every question that applies to it once, in their order, and no other", () => {
    expect(asked.length).toBeGreaterThan(30);
    expect(answers.map((answer) => answer.question)).toEqual(asked.map((question) => question.key));
  });

  it.each(answers)("$question carries what the rules of answers ask for, and fits", (answer) => {
    const question = asked.find(({ key }) => key === answer.question);
    const { evidence = [] } = answer;
    expect(missingFromAnswer({ ...answer, evidence }, { critical: question?.critical ?? true })).toEqual([]);
    expect(codePoints(answer.reason)).toBeLessThanOrEqual(TEXT_LIMITS.reason);
    for (const { url } of evidence) expect(isLinkable(url)).toBe(true);
  });

  it.each(answers)("$question names only files that are in the repository", ({ reason }) => {
    expect(reason.split("`").length % 2).toBe(1);
    expect(pathsOf(reason).filter((path) => !isThere(path))).toEqual([]);
  });

  it("a file that is not there would be noticed", () => {
    const text = "`npm test` runs `lib/no-such.test.ts` and `NO.md`, beside `README.md`.";
    expect(pathsOf(text).filter((path) => !isThere(path))).toEqual(["lib/no-such.test.ts", "NO.md"]);
  });

  it("shows a file for every yes", () => {
    const yes = answers.filter((answer) => answer.verdict === "yes");
    expect(yes.filter(({ reason }) => pathsOf(reason).length === 0)).toEqual([]);
  });

  it("is not flattering: at least a third of the answers are not yes, and it is working, with blockers", () => {
    const notYes = answers.filter((answer) => answer.verdict !== "yes");
    expect(notYes.length).toBeGreaterThanOrEqual(answers.length / 3);
    const now = new Date("2026-11-21T12:00:00Z");
    const given = answers.map(({ question, verdict }) => [question, { verdict, savedAt: now }] as const);
    const assessed = assess({ ...service, scopeChangedAt: now }, questions, new Map(given), [], now);
    const result = readiness(assessed, now);
    expect(result).toMatchObject({ standing: "working", unanswered: 0, stale: 0 });
    expect(result.blockers).toBeGreaterThan(0);
  });
});
