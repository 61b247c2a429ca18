import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { currentAndFold } from "../../testing/fold";
import { saveAnswer } from "../answers/save-answer";
import { createService } from "../services/create-service";
import { saveModel } from "./save-model";

const EDITS = "simultaneous-edits-kept";
const TIMES = 12;
let writers: SignedIn[];
beforeEach(async () => {
  await resetDatabase();
  writers = [await aPerson({ name: "Cleo", executive: true }), await aPerson({ name: "Ana", admin: true })];
});
const save = (nth: number, body: Parameters<typeof saveModel>[1]) =>
  saveModel(scopeOf(writers[nth % 2] as SignedIn, "model:edit"), body, daysLater(1));
const numbers = async () =>
  (await db().costModel.findMany({ orderBy: { number: "asc" }, select: { number: true, at: true } })).map(
    (row, index, all) => [row.number, index === 0 || row.at > (all[index - 1]?.at ?? row.at)],
  );

describe("two who change the model at once", () => {
  it("both get theirs in, one after the other, and neither loses what the other set", async () => {
    await Promise.all(
      Array.from({ length: TIMES }, (_, nth) =>
        save(
          nth,
          nth % 2 === 0
            ? { prices: { data_loss: { low: 1, high: 2 + nth } } }
            : { severity: { "2": 0.5 + nth } },
        ),
      ),
    );
    expect(await numbers()).toEqual(Array.from({ length: TIMES }, (_, index) => [index + 1, true]));
    const last = await db().costModel.findFirstOrThrow({ orderBy: { number: "desc" } });
    expect(last).toMatchObject({ prices: { data_loss: { low: 1 } }, severity: { 1: 1, 3: 0.25 } });
    expect((last.severity as Record<string, number>)["2"]).toBeGreaterThan(1);
  });

  it("who edited the same version: one gets it in, the other hears of it", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: TIMES }, (_, nth) =>
        save(nth, { severity: { "2": 0.6 + nth }, expectedNumber: null }),
      ),
    );
    const refused = results.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refused).toHaveLength(TIMES - 1);
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: "conflict", details: { current: { number: 1 } } });
    }
    expect(await numbers()).toEqual([[1, true]]);
  });

  it("while a service is added: it waits for the new rates, and has them", async () => {
    const { admin, teamSlug, teamId } = await aService({}, NOON);
    const team = { kind: "team" as const, id: teamId, slug: teamSlug, teamId };
    const writer = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await writer.connect();
    await writer.query("BEGIN");
    await writer.query("SELECT pg_advisory_xact_lock(hashtext('plumbline.model'))");
    const body = { name: "Mailer", team: teamSlug, tier: 1 as const, lifecycle: "live" as const };
    const adding = createService(scopeOf(admin, "service:create", team), body, daysLater(1));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const rates = JSON.stringify({
      [EDITS]: { data_loss: { incidentsPerYear: 77, why: "", personId: null, at: NOON } },
    });
    await writer.query(
      `INSERT INTO "CostModel" ("number", "at", "currency", "prices", "severity", "rates") VALUES (1, $1, 'EUR', '{}', '{}', $2)`,
      [daysLater(2), rates],
    );
    await writer.query("COMMIT");
    await writer.end();
    const { id } = await adding;
    const { current, fold } = await currentAndFold(id);
    expect(current).toEqual(fold);
    expect(current).toMatchObject({
      incidents: { data_loss: { unknown: expect.toSatisfy((n: number) => n > 77) } },
    });
    expect((await db().serviceState.findUniqueOrThrow({ where: { serviceId: id } })).computedAt).toEqual(
      daysLater(2),
    );
  });

  it("while others answer and add services: every sum has the newest rates", async () => {
    const places = await Promise.all(Array.from({ length: 4 }, () => aService({ tier: 1 }, NOON)));
    const added: Promise<{ id: string }>[] = [];
    const work = Array.from({ length: TIMES }, async (_, nth) => {
      const place = places[nth % places.length] as (typeof places)[number];
      if (nth % 3 === 0) await save(nth, { rates: { [EDITS]: { data_loss: nth + 1 } } });
      else if (nth % 3 === 1) added.push(aService({ tier: 1 }, daysLater(1)));
      else {
        const scope = scopeOf(place.member, "answer:save", place.resource);
        await saveAnswer(
          scope,
          EDITS,
          { verdict: "partly", reason: "so", expectedVersion: 0 },
          daysLater(1),
        ).catch((error: { code?: string }) => expect(error.code).toBe("conflict"));
      }
    });
    await Promise.all(work);
    for (const { id } of [...places, ...(await Promise.all(added))]) {
      const { current, fold } = await currentAndFold(id);
      expect(current).toEqual(fold);
      const [point] = await db().readinessPoint.findMany({
        where: { serviceId: id },
        orderBy: { id: "desc" },
        take: 1,
      });
      expect(point).toMatchObject({ incidents: current.incidents });
    }
  });
});
