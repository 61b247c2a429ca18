import { describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { aService, daysLater } from "../../testing/factories";
import { aLaunch, launchScope } from "../../testing/launches";
import { editLaunch } from "./edit-launch";

describe("putting another service on a launch", () => {
  it("locks no service before one of a lower id, which a save of both may hold", async () => {
    const planned = await aLaunch({ tier: 4 });
    const { admin } = planned.service;
    const [first, second] = [planned.service, await aService({ tier: 4, lifecycle: "building" })].sort(
      (a, b) => (a.id < b.id ? -1 : 1),
    );
    if (!first || !second) throw new RangeError("there are two services");
    const edit = async (services: string[], now: Date) => {
      const { version } = await db().launch.findUniqueOrThrow({ where: { id: planned.id } });
      const scope = await launchScope(planned.id, admin, "launch:edit");
      return editLaunch(scope, { services, expectedVersion: version }, now);
    };
    if (first !== planned.service) await edit([first.slug], daysLater(0, 1));
    let waiting: ReturnType<typeof edit> | undefined;
    await db().$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM "Service" WHERE "id" = ${first.id}::uuid FOR NO KEY UPDATE`;
        waiting = edit([second.slug], daysLater(1));
        await expect
          .poll(
            () => db().$queryRaw`
              SELECT 1 AS "waits" FROM pg_stat_activity
              WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`,
            { timeout: 10_000 },
          )
          .toHaveLength(1);
        await tx.$queryRaw`SELECT 1 FROM "Service" WHERE "id" = ${second.id}::uuid FOR NO KEY UPDATE NOWAIT`;
      },
      { timeout: 20_000 },
    );
    expect((await waiting)?.services).toEqual([second.slug]);
  });
});
