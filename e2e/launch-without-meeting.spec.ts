import { dayInWords } from "../lib/domain/day-words";
import { ADMIN, expect, test } from "./fixtures";
import { aService, dayIn, headline, minutesOf, signGo } from "./launching";

test("a tier 3 launch is decided by one person on a phone, without a meeting", async ({ page, api }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { slug, titles } = await aService(api, "Newsletter", 3, 1);
  await page.goto(`/launches/new?service=${slug}`);
  await page.getByLabel("Title").fill("Newsletter 2");
  await page.getByLabel("Launch day").fill(dayIn(2));
  await expect(page.getByText("One role has to sign")).toBeVisible();
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(headline(page)).toContainText(
    "Newsletter 2 launches in 2 days and is not decided: one blocker",
  );
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const dialog = page.getByRole("dialog");

  await page.getByRole("button", { name: "Name … who signs for engineering" }).first().click();
  await dialog.getByLabel("Signer").selectOption({ label: ADMIN.name });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);

  const blockers = page.getByRole("region", { name: "Blockers" });
  await blockers.getByRole("button", { name: /^Decide/ }).click();
  await dialog.getByRole("radio", { name: "Fixed" }).check({ force: true });
  await dialog.getByLabel("How do we know?").fill("Sent one to ourselves.");
  await dialog.getByRole("button", { name: "Answer yes" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(headline(page)).toHaveText(
    "Newsletter 2 launches in 2 days and is not decided: engineering has to sign.",
  );

  await signGo(page, "engineering");
  await expect(headline(page)).toHaveText("Newsletter 2 launches in 2 days and is a go.");
  await page.getByRole("button", { name: "Close the launch …" }).click();
  await dialog.getByLabel("It was").selectOption("launched");
  await dialog.getByRole("button", { name: "Record as launched" }).click();
  await expect(headline(page)).toContainText("Newsletter 2 launched on");
  expect(await minutesOf(page, id)).toBe(`# Newsletter 2: minutes

Newsletter 2 was launched on ${dayInWords(dayIn(0))} on a go.

## Decisions

- Ana Kirsch claimed on ${dayInWords(dayIn(0), dayIn(2))}, without evidence, that “${titles[0]}” (Newsletter) is fixed: “Sent one to ourselves.”

## Sign-off

- Engineering: go, Ana Kirsch, ${dayInWords(dayIn(0), dayIn(2))} at 10:42.

## How it went

- ${dayInWords(dayIn(0), dayIn(2))} at 10:42: Ana Kirsch planned the launch of Newsletter for ${dayInWords(dayIn(2), dayIn(2))}.
- ${dayInWords(dayIn(0), dayIn(2))} at 10:42: The launch is a go.
- ${dayInWords(dayIn(0), dayIn(2))} at 10:42: Ana Kirsch recorded that it was launched on ${dayInWords(dayIn(0), dayIn(2))}.

## What was signed

- The launch: \`hash\`
- Engineering, go: \`hash\`
`);
});
