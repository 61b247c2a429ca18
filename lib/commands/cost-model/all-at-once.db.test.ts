import { beforeEach, expect, it } from "vitest";
import { db } from "../../db/client";
import { databaseError } from "../../db/errors";
import { ageServices } from "../../jobs/age-services";
import { aChecklist, aVersion, aWhole } from "../../testing/checklists";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { currentAndFold } from "../../testing/fold";
import { saveAnswer } from "../answers/save-answer";
import { moveServices } from "../checklists/move-services";
import { planGaps } from "../gaps/plan-gaps";
import { importCsv } from "../import/import-csv";
import { deleteService } from "../services/delete-service";
import { restoreService } from "../services/restore-service";
import { saveModel } from "./save-model";

const TIMES = 28;
const NOW = daysLater(100);
/** What a writer may be told: somebody was first, a service that is named is deleted, or it takes too long just now. */
const FINE = new Set(["conflict", "gone", "refused", "invalid_input", "unavailable"]);

beforeEach(resetDatabase);

it("while rates change, services move, age, leave and come back, are answered, planned and imported: every sum has the newest rates", async () => {
  const admin = await aPerson({ admin: true });
  const ages = { reviewAfterDays: 90 };
  const { key, id } = await aChecklist({
    questions: [aWhole({ key: "stays", ...ages }), aWhole({ key: "a" })],
  });
  await aVersion(id, {
    number: 2,
    questions: [aWhole({ key: "stays", meaning: 2, ...ages }), aWhole({ key: "comes" })],
  });
  const places = await Promise.all(Array.from({ length: 5 }, () => aService({ tier: 1 }, NOON)));
  const slugs = places.map(({ slug }) => slug);
  const move = (to: number, at: Date) =>
    moveServices(scopeOf(admin, "checklist:move"), { checklist: key }, { to, services: slugs }, at);
  await move(1, NOON);
  const answer = (place: (typeof places)[number], version: number, at: Date) =>
    saveAnswer(
      scopeOf(place.member, "answer:save", place.resource),
      "stays",
      { verdict: "partly", reason: "so", expectedVersion: version },
      at,
    );
  for (const place of places) await answer(place, 0, daysLater(1));
  const csv = `name,team,tier,lifecycle\n${places.map((place) => `New of ${place.slug},${place.teamSlug},1,live`).join("\n")}`;
  const works: ((nth: number, place: (typeof places)[number]) => Promise<unknown>)[] = [
    (nth) =>
      saveModel(
        scopeOf(admin, "model:edit"),
        { rates: { stays: { data_loss: nth + 1 }, comes: { lost_trust: nth + 2 } } },
        NOW,
      ),
    (nth) => move(1 + (nth % 2), NOW),
    () => ageServices(NOW),
    (_, place) => answer(place, 1, NOW),
    (_, { lead, resource }) => deleteService(scopeOf(lead, "service:delete", resource), NOW),
    (_, { lead, resource }) => restoreService(scopeOf(lead, "service:restore", resource), {}, NOW),
    () =>
      planGaps(
        scopeOf(admin, "gap:plan_many"),
        { gaps: slugs.map((service) => ({ service, question: "stays" })), set: { note: "so" } },
        NOW,
      ),
    () => importCsv(scopeOf(admin, "import:run"), { csv }, NOW),
  ];
  const told: string[] = [];
  await Promise.all(
    Array.from({ length: TIMES }, async (_, nth) => {
      const place = places[Math.floor(nth / works.length) % places.length] as (typeof places)[number];
      await works[nth % works.length]?.(nth, place).catch((error: { code?: string; message: string }) => {
        // As the API tells it: that all connections were taken for too long comes from Prisma or the driver.
        told.push((databaseError(error) ?? error).code ?? error.message);
      });
    }),
  );
  expect(told.filter((code) => !FINE.has(code))).toEqual([]);
  expect(told.length).toBeLessThan(TIMES / 2);
  expect(await db().costModel.count()).toBeGreaterThan(1);
  const services = await db().service.findMany({ select: { id: true, deletedAt: true } });
  expect(services.length).toBe(2 * places.length);
  for (const service of services) {
    const { current, fold } = await currentAndFold(service.id);
    expect(current).toEqual(fold);
  }
});
