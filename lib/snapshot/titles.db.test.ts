import { beforeAll, expect, it } from "vitest";
import { db } from "../db/client";
import { aService, daysLater, NOON } from "../testing/factories";
import { snapshotAt, snapshotNow } from "./snapshot-at";

const NOW = daysLater(3);
let service: Awaited<ReturnType<typeof aService>>;
beforeAll(async () => {
  service = await aService({ tier: 1 }, NOON);
});

const called = async (asOf?: Date) => {
  const snapshot = await (asOf ? snapshotAt(asOf.toISOString(), NOW) : snapshotNow(NOW));
  const asked = snapshot.byId.get(service.id)?.questions() ?? [];
  return asked.find(({ question }) => question.key === "we-know-first")?.question.title;
};
const call = (title: string) =>
  db().questionTitle.updateMany({ where: { key: "we-know-first" }, data: { title } });

it("a question is called what it is called today, at every instant, and by its text while it has no title", async () => {
  expect([await called(), await called(daysLater(1))]).toEqual(Array(2).fill("Alert before users notice"));
  const [snapshot, past] = [await snapshotNow(NOW), await snapshotAt(daysLater(1).toISOString(), NOW)];
  await call("We hear it first");
  expect([await called(), await called(daysLater(1))]).toEqual(Array(2).fill("We hear it first"));
  await call("");
  const text = "When it breaks, our own monitoring tells us before a user does.";
  expect([await called(), await called(daysLater(1))]).toEqual([text, text]);
  for (const earlier of [snapshot, past])
    expect(
      earlier.byId
        .get(service.id)
        ?.questions()
        .map(({ question }) => question.title),
    ).toContain("Alert before users notice");
});
