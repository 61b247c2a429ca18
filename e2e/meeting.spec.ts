import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { dayInWords } from "../lib/domain/day-words";
import { ADMIN, type Api, expect, test } from "./fixtures";
import { closeOthers, dayIn, headline, inBrowser, today } from "./launching";
import { address, joined } from "./people";

interface Question {
  key: string;
  title: string;
  critical: boolean;
  version: number;
}

/** A tier 2 service: everything holds but two critical questions and two others; and somebody of its team. */
async function aServiceToLaunch(api: Api, url: string) {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Parcels team" });
  const body = { name: "Parcels", team: team.slug, tier: 2, lifecycle: "launching" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const { questions } = await api.call<{ questions: Question[] }>("GET", `/services/${slug}/scorecard`);
  const [first, second, ...critical] = questions.filter((question) => question.critical);
  const [third, fourth, fine] = questions.filter((question) => !question.critical);
  if (!first || !second || !third || !fourth || !fine) throw new RangeError("a short checklist");
  const open = [first, second, third, fourth];
  for (const question of questions) {
    await api.call("PUT", `/services/${slug}/answers/${question.key}`, {
      verdict: open.includes(question) ? "no" : "yes",
      reason: "As of the rehearsal.",
      expectedVersion: 0,
    });
  }
  const email = address("jonas");
  const id = await joined(api, url, email, { teams: [{ team: team.slug, role: "member" }] });
  return { slug, open, fine, critical, jonas: { id, email, name: email.split("@")[0] ?? "" } };
}

const agenda = (page: Page) => page.getByRole("navigation", { name: "Agenda" });
const stage = (page: Page) => page.getByRole("main");

test.afterEach(closeOthers);

test("a meeting is begun, decides by keys, is seen live by others, carries the rest, and leaves minutes", async ({
  page: ana,
  api,
  server,
  browser,
}) => {
  const { slug, fine, jonas } = await aServiceToLaunch(api, server.url);
  const me = await api.call<{ id: string }>("GET", "/people/me");
  const launch = await api.call<{ id: string; agenda: { question: string; part: string }[] }>(
    "POST",
    "/launches",
    {
      ...{ title: "Parcels 2", services: [slug], targetDate: dayIn(9), facilitator: me.id },
      signers: { engineering: me.id, product: jonas.id },
    },
  );
  const { gaps } = await api.call<{ gaps: { question: string; title: string }[] }>(
    "GET",
    `/launches/${launch.id}`,
  );
  const titleOf = (at: number) =>
    gaps.find(({ question }) => question === launch.agenda[at]?.question)?.title ?? "";
  const path = `/launches/${launch.id}/meeting`;
  const { page: other } = await inBrowser(browser, server.url, jonas.email);

  await test.step("before it, the agenda is what one would talk about now; then it begins for everybody", async () => {
    expect(launch.agenda.map(({ part }) => part)).toEqual(["blocker", "blocker", "gap", "gap"]);
    await other.goto(path);
    await expect(headline(other)).toHaveText("Everything is answered");
    await ana.goto(path);
    await ana.getByRole("button", { name: "Begin the meeting" }).click();
    await expect(headline(ana)).toHaveText(titleOf(0));
    await expect(ana).toHaveURL(/\?at=/);
    await expect(headline(other)).toHaveText(titleOf(0));
  });

  await test.step("2 makes it a condition, in fields keys are letters, and the other screen says so by itself", async () => {
    await ana.keyboard.press("2");
    await expect(ana.getByLabel("Who does it")).toBeFocused();
    await ana.keyboard.press("ArrowRight");
    await expect(headline(ana)).toHaveText(titleOf(0));
    await ana.getByLabel("Who does it").selectOption(jonas.id);
    await ana.getByRole("button", { name: "Make it a condition" }).click();
    const decided = `Fix before launch: ${jonas.name}, by ${dayInWords(dayIn(8), today())}`;
    await expect(stage(ana)).toContainText(decided);
    await expect(stage(other)).toContainText(decided);
    await expect(
      agenda(other)
        .getByRole("link")
        .filter({ hasText: `${titleOf(0)}, done` }),
    ).toBeVisible();
  });

  await test.step("the arrow goes on, 4 says not for us, n notes", async () => {
    await ana.keyboard.press("ArrowRight");
    await ana.keyboard.press("4");
    await expect(headline(ana)).toHaveText(titleOf(1));
    await ana.getByLabel("Why is this not for us?").pressSequentially("We have 1 of n: p.");
    await ana.getByRole("button", { name: "Answer “not for us”" }).click();
    await expect(ana.getByText("Answered “not for us”.")).toBeVisible();
    await expect(stage(ana)).toContainText("Not for us, “We have 1 of n: p.”");
    await ana.keyboard.press("n");
    await ana.getByRole("dialog").getByLabel("What should the minutes say?").fill("Nobody objected.");
    await ana.getByRole("dialog").getByRole("button", { name: "Add the note" }).click();
    await expect(ana.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("a reload stays where it was; p puts a point off to the end", async () => {
    await ana.keyboard.press("ArrowRight");
    await expect(headline(ana)).toHaveText(titleOf(2));
    await ana.reload();
    await expect(headline(ana)).toHaveText(titleOf(2));
    await ana.keyboard.press("p");
    await expect(headline(ana)).toHaveText(titleOf(3));
    await expect(agenda(ana).getByRole("region", { name: "Parked" })).toContainText(titleOf(2));
  });

  await test.step("what gets worse meanwhile stands apart, for both", async () => {
    await api.call("PUT", `/services/${slug}/answers/${fine.key}`, {
      ...{ verdict: "no", reason: "Not any more.", expectedVersion: 1 },
    });
    for (const page of [ana, other])
      await expect(agenda(page).getByRole("region", { name: "1 new point since the start" })).toContainText(
        fine.title,
      );
  });

  await test.step("the rest is carried in one step, with its number", async () => {
    await agenda(ana)
      .getByRole("link", { name: /^Carry the other 3/ })
      .click();
    await expect(headline(ana)).toHaveText("Carry three other gaps?");
    await ana.getByRole("button", { name: "Carry the other 3 …" }).click();
    await ana.getByRole("button", { name: "Carry them" }).click();
    await expect(headline(ana)).toHaveText("Three other gaps are carried");
    await expect(agenda(other).getByRole("link", { name: "3 gaps are carried" })).toBeVisible();
  });

  await test.step("everybody signs on a device of their own; single keys can be turned off", async () => {
    await ana.keyboard.press("ArrowRight");
    await expect(headline(ana)).toContainText("Parcels 2 launches in 9 days and is not decided");
    await expect(
      ana.getByRole("link", { name: `${server.url}/launches/${launch.id}#sign-off` }),
    ).toBeVisible();
    await ana.keyboard.press("Enter");
    await ana.getByRole("checkbox", { name: "Single keys act on this page" }).uncheck();
    await ana.keyboard.press("ArrowLeft");
    await ana.keyboard.press("n");
    await expect(ana.getByRole("dialog")).toHaveCount(0);
    await expect(headline(ana)).toContainText("Parcels 2 launches");
    const { signOffs } = await api.call<{ signOffs: unknown[] }>("GET", `/launches/${launch.id}`);
    expect(signOffs).toEqual([]);
  });

  await test.step("the minutes say what happened, are corrected, and taken along as Markdown", async () => {
    await ana.getByRole("link", { name: "Minutes" }).click();
    await expect(headline(ana)).toHaveText(
      `Parcels 2, to be launched on ${dayInWords(dayIn(9))}, is not decided.`,
    );
    await ana.getByLabel("Correct the minutes").fill("It was 1 of m.");
    await ana.getByRole("button", { name: "Append" }).click();
    await expect(ana.getByText(`${ADMIN.name} corrected: “It was 1 of m.”`)).toBeVisible();
    const coming = ana.waitForEvent("download");
    await ana.getByRole("link", { name: "Markdown" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe("minutes.md");
    const written = readFileSync(await file.path(), "utf8")
      .replace(/ at \d\d:\d\d:/g, " at 10:42:")
      .replace(/`[0-9a-f]{64}`/g, "`hash`")
      // what it costs depends on whether there are prices
      .replace(/ were carried, then about .* a year/, " were carried");
    const titles = [0, 1, 2, 3].map(titleOf);
    expect(written).toBe(minutesOfParcels(titles, jonas.name));
    for (const line of minutesOfParcels(titles, jonas.name).match(/(?<=^(?:-|1\.) )[^:`\n]{20,}/gm) ?? [])
      await expect(ana.getByRole("article")).toContainText(line);
  });
});

/** The minutes as somebody would have written them who sat there with a watch that stands still. */
function minutesOfParcels([first, second, third, fourth]: readonly string[], jonas: string): string {
  const day = dayInWords(today(), dayIn(9));
  const due = dayInWords(dayIn(8), dayIn(9));
  const promised = `${jonas.charAt(0).toUpperCase()}${jonas.slice(1)}, by ${due}: “${first}” (Parcels). Open.`;
  return `# Parcels 2: minutes

Parcels 2, to be launched on ${dayInWords(dayIn(9))}, is not decided.

## Agenda

1. “${first}” (Parcels), a blocker, no: to be fixed by ${jonas} by ${due}.
1. “${second}” (Parcels), a blocker, no: not for us.
1. “${third}” (Parcels), a gap, no: carried.
1. “${fourth}” (Parcels), a gap, no: carried.

## Decisions

- “${first}” (Parcels) is to be fixed by ${jonas} by ${due} (Ana Kirsch, ${day}).
- Ana Kirsch said on ${day} that “${second}” (Parcels) is not for us: “We have 1 of n: p.”

## Conditions

- ${promised}

## Carried

Three other gaps were carried.

## How it went

- ${day} at 10:42: Ana Kirsch planned the launch of Parcels for ${dayInWords(dayIn(9), dayIn(9))}.
- ${day} at 10:42: The meeting started with four points on its agenda.
- ${day} at 10:42: Ana Kirsch noted: “On ‘${second}’: Nobody objected.”

## Corrections

- ${day} at 10:42: Ana Kirsch corrected: “It was 1 of m.”

## What was signed

- The launch: \`hash\`
`;
}
