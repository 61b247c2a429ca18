import { dayInWords } from "../lib/domain/day-words";
import { type Api, expect, test } from "./fixtures";
import {
  aService,
  closeOthers,
  dayIn,
  headline,
  inBrowser,
  minutesOf,
  type Question,
  signGo,
} from "./launching";
import { address, joined } from "./people";

test.afterEach(closeOthers);

/** Answers a question as somebody does who has just read what stands there. */
async function answer(api: Api, service: string, key: string, verdict: string, reason: string) {
  const { questions } = await api.call<{ questions: Question[] }>("GET", `/services/${service}/scorecard`);
  const expectedVersion = questions.find((question) => question.key === key)?.version;
  await api.call("PUT", `/services/${service}/answers/${key}`, { verdict, reason, expectedVersion });
}

test("four people decide a tier 1 launch with six blockers, to a conditional go, a go, one that falls, and a launch", async ({
  page: ana,
  api,
  server,
  browser,
}) => {
  const { slug, team, fine, titles: critical } = await aService(api, "Checkout", 1, 6);
  const member = { teams: [{ team, role: "member" }] };
  const emails = { li: address("li"), sam: address("sam"), mira: address("mira") };
  const ids = {
    ana: (await api.call<{ id: string }>("GET", "/people/me")).id,
    li: await joined(api, server.url, emails.li, member),
    sam: await joined(api, server.url, emails.sam, member),
    mira: await joined(api, server.url, emails.mira, { executive: true }),
  };
  const { id } = await api.call<{ id: string }>("POST", "/launches", {
    ...{ title: "Checkout 3", services: [slug], targetDate: dayIn(9), facilitator: ids.ana },
    signers: { engineering: ids.li, reliability: ids.sam, security: ids.sam, product: ids.ana },
  });
  const gaps = await (async () => {
    const launch = await api.call<{
      gaps: { question: string; title: string }[];
      agenda: { question: string }[];
    }>("GET", `/launches/${id}`);
    return launch.agenda.map(({ question }) => ({
      key: question,
      title: launch.gaps.find((gap) => gap.question === question)?.title ?? "",
    }));
  })();
  const gap = (at: number) => gaps[at] ?? { key: "", title: "" };
  const li = await inBrowser(browser, server.url, emails.li);
  const sam = await inBrowser(browser, server.url, emails.sam);
  const mira = await inBrowser(browser, server.url, emails.mira);
  const everybody = [ana, li.page, sam.page, mira.page];
  const meeting = `/launches/${id}/meeting`;
  const home = `/launches/${id}`;
  expect(gaps).toHaveLength(6);

  /** In the meeting: chooses by its key, fills in what it needs, and decides. */
  async function decide(key: string, button: string, fill: () => Promise<void>) {
    await ana.keyboard.press(key);
    await fill();
    await ana.getByRole("button", { name: button, exact: true }).click();
  }
  const next = async (at: number) => {
    await ana.keyboard.press("ArrowRight");
    await expect(headline(ana)).toHaveText(gap(at).title);
  };

  await test.step("everybody sees the meeting begin", async () => {
    for (const page of everybody) await page.goto(meeting);
    await ana.getByRole("button", { name: "Begin the meeting" }).click();
    for (const page of everybody) await expect(headline(page)).toHaveText(gap(0).title);
  });

  await test.step("one was fixed there and then; two become conditions", async () => {
    await decide("1", "Answer yes", () => ana.getByLabel("How do we know?").fill("Tried it on Monday."));
    await expect(ana.getByText("Answered yes.")).toBeVisible();
    for (const [at, owner] of [
      [1, ids.li],
      [2, ids.sam],
    ] as const) {
      await next(at);
      await decide("2", "Make it a condition", async () => {
        await ana.getByLabel("Who does it").selectOption(owner);
        await ana.getByLabel("By", { exact: true }).fill(dayIn(3));
      });
      await expect(ana.getByRole("main")).toContainText(/Fix before launch: \S+, by/);
    }
  });

  await test.step("for two the risk is to be accepted; one is not for us", async () => {
    for (const [at, reason] of [
      [3, "The old path stays beside it."],
      [4, "Few buy at night."],
    ] as const) {
      await next(at);
      await decide("3", "Ask for the waiver", () =>
        ana.getByLabel("Why is the risk worth taking?").fill(reason),
      );
      await expect(ana.getByRole("main")).toContainText("Waits for a decision on its waiver");
    }
    await next(5);
    await decide("4", "Answer “not for us”", () =>
      ana.getByLabel("Why is this not for us?").fill("There is no second region."),
    );
    await expect(ana.getByText("Answered “not for us”.")).toBeVisible();
  });

  await test.step("Mira accepts one risk, and refuses the other", async () => {
    const dialog = mira.page.getByRole("dialog");
    const about = (at: number) =>
      mira.page
        .getByRole("listitem")
        .filter({ hasText: gap(at).title })
        .getByRole("button", {
          name: /^Decide/,
        });
    await mira.page.goto(`/waivers?service=${slug}&state=requested`);
    await about(3).click();
    await dialog.getByRole("button", { name: "Accept the risk" }).click();
    await expect(dialog).toBeHidden();
    await about(4).click();
    await dialog.getByLabel("Refuse it").check();
    await dialog.getByLabel("Why not?").fill("Night is when it breaks.");
    await dialog.getByRole("button", { name: "Refuse", exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("what was refused is a blocker that waits again: it becomes a condition too", async () => {
    await ana.goto(home);
    await expect(headline(ana)).toContainText("one blocker waits");
    await ana
      .getByRole("region", { name: "Blockers" })
      .getByRole("button", { name: /^Decide/ })
      .click();
    const dialog = ana.getByRole("dialog");
    await expect(dialog).toContainText(gap(4).title);
    await ana.keyboard.press("2");
    await dialog.getByLabel("Who does it").selectOption(ids.li);
    await dialog.getByRole("button", { name: "Make it a condition" }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("an accepted risk on a critical gap makes the executive sign too", async () => {
    await expect(headline(ana)).toContainText("nobody is named for executive.");
    await ana.getByRole("button", { name: "Name … who signs for executive" }).first().click();
    const dialog = ana.getByRole("dialog");
    await dialog.getByLabel("Signer").selectOption(ids.mira);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
  });

  const signers = [
    [li.page, "engineering"],
    [sam.page, "reliability"],
    [sam.page, "security"],
    [ana, "product"],
    [mira.page, "executive"],
  ] as const;
  await test.step("each signs on a device of their own: a go on three conditions, for all to see", async () => {
    for (const page of everybody) await page.goto(home);
    for (const [page, role] of signers) await signGo(page, role);
    for (const page of everybody)
      await expect(headline(page)).toHaveText(
        "Checkout 3 launches in 9 days and is a go on three conditions.",
      );
  });

  await test.step("the conditions are met, and it is a plain go", async () => {
    await answer(li.api, slug, gap(1).key, "yes", "Timed.");
    await answer(sam.api, slug, gap(2).key, "yes", "Rehearsed.");
    await expect(headline(ana)).toHaveText("Checkout 3 launches in 9 days and is a go on one condition.");
    await answer(li.api, slug, gap(4).key, "yes", "Somebody is on call at night.");
    for (const page of everybody)
      await expect(headline(page)).toHaveText("Checkout 3 launches in 9 days and is a go.");
  });

  await test.step("an answer gets worse, and the go falls; better again it is signed again", async () => {
    await answer(sam.api, slug, fine, "no", "It failed tonight.");
    await expect(headline(mira.page)).toContainText("is not decided: one blocker waits");
    await answer(sam.api, slug, fine, "yes", "It was the test.");
    for (const page of everybody)
      await expect(headline(page)).toContainText(
        /is not decided: (?!one blocker)[^:]* have to sign again\.$/,
      );
    for (const [page, role] of signers) await signGo(page, role);
    for (const page of everybody)
      await expect(headline(page)).toHaveText("Checkout 3 launches in 9 days and is a go.");
  });

  await test.step("it is launched, and the minutes say how it came to that", async () => {
    await ana.getByRole("button", { name: "Close the launch …" }).click();
    const dialog = ana.getByRole("dialog");
    await dialog.getByLabel("It was").selectOption("launched");
    await dialog.getByRole("button", { name: "Record as launched" }).click();
    await expect(headline(ana)).toContainText("Checkout 3 launched on");
    expect(await api.call("GET", `/services/${slug}`)).toMatchObject({ lifecycle: "live" });
    const titles = gaps.map(({ title }) => title);
    const name = (email: string) => email.split("@")[0] ?? "";
    expect(await minutesOf(ana, id)).toBe(
      minutesOfCheckout(titles, critical[6] ?? "", {
        ...{ li: name(emails.li), sam: name(emails.sam), mira: name(emails.mira) },
      }),
    );
  });
});

/** A name at the beginning of a sentence. */
const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
const day = (days: number) => dayInWords(dayIn(days), dayIn(9));
const year = (days: number) => dayInWords(dayIn(days));

/** The minutes as somebody would have written them who sat there with a watch that stands still. */
function minutesOfCheckout(
  titles: readonly string[],
  fell: string,
  { li, sam, mira }: Record<"li" | "sam" | "mira", string>,
): string {
  const gap = (at: number) => `“${titles[at]}” (Checkout)`;
  const signed = (more: string) =>
    [
      `- Engineering: go, ${li}, ${day(0)} at 10:42.${more}`,
      `- Reliability: go, ${sam}, ${day(0)} at 10:42.${more}`,
      `- Security: go, ${sam}, ${day(0)} at 10:42.${more}`,
      `- Product: go, Ana Kirsch, ${day(0)} at 10:42.${more}`,
      `- Executive: go, ${mira}, ${day(0)} at 10:42.${more}`,
    ].join("\n");
  const hashes = ["Engineering", "Reliability", "Security", "Product", "Executive"].map(
    (role) => `- ${role}, go: \`hash\``,
  );
  return `# Checkout 3: minutes

Checkout 3 was launched on ${year(0)} on a go.

## Agenda

1. ${gap(0)}, a blocker, no: claimed to be fixed, without evidence.
1. ${gap(1)}, a blocker, no: to be fixed by ${li} by ${day(3)}.
1. ${gap(2)}, a blocker, no: to be fixed by ${sam} by ${day(3)}.
1. ${gap(3)}, a blocker, no: its risk to be accepted until ${day(16)}.
1. ${gap(4)}, a blocker, no: to be fixed by ${li} by ${day(8)}.
1. ${gap(5)}, a blocker, no: not for us.

## Decisions

- Ana Kirsch claimed on ${day(0)}, without evidence, that ${gap(0)} is fixed: “Tried it on Monday.”
- ${gap(1)} is to be fixed by ${li} by ${day(3)} (Ana Kirsch, ${day(0)}).
- ${gap(2)} is to be fixed by ${sam} by ${day(3)} (Ana Kirsch, ${day(0)}).
- Ana Kirsch asked on ${day(0)} to accept the risk of ${gap(3)} until ${day(16)}: “The old path stays beside it.” ${capital(mira)} accepted it until ${day(16)}.
- Ana Kirsch asked on ${day(0)} to accept the risk of ${gap(4)} until ${day(16)}: “Few buy at night.” ${capital(mira)} refused to accept it: “Night is when it breaks.” It was decided again later.
- Ana Kirsch said on ${day(0)} that ${gap(5)} is not for us: “There is no second region.”
- ${gap(4)} is to be fixed by ${li} by ${day(8)} (Ana Kirsch, ${day(0)}).

## Conditions

- ${capital(li)}, by ${day(3)}: ${gap(1)}. Done on ${day(0)}.
- ${capital(sam)}, by ${day(3)}: ${gap(2)}. Done on ${day(0)}.
- ${capital(li)}, by ${day(8)}: ${gap(4)}. Done on ${day(0)}.

## Sign-off

${signed(" Signed again later.")}
${signed("")}

## How it went

- ${day(0)} at 10:42: Ana Kirsch planned the launch of Checkout for ${day(9)}.
- ${day(0)} at 10:42: The meeting started with six points on its agenda.
- ${day(0)} at 10:42: The launch is a go with conditions: “${titles[1]}”, “${titles[2]}” and “${titles[4]}” are to be fixed.
- ${day(0)} at 10:42: The launch is not decided any more, since “${fell}” went from yes to no: engineering, reliability, security, product and executive have to sign again.
- ${day(0)} at 10:42: The launch is a go.
- ${day(0)} at 10:42: Ana Kirsch recorded that it was launched on ${day(0)}.

## What was signed

- The launch: \`hash\`
${[...hashes, ...hashes].join("\n")}
`;
}
