import pg from "pg";
import { expect, it } from "vitest";
import { writePortfolio } from "@/scripts/bench/write-portfolio";
import { db } from "../../db/client";
import { aVersion, aWhole } from "../../testing/checklists";
import { aPerson, scopeOf } from "../../testing/factories";
import { moveServices } from "./move-services";

it("scale", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const now = new Date();
  await writePortfolio(client, { services: 1000, seed: 7, now, say: () => undefined });
  await client.end();
  const { id } = await db().checklist.findFirstOrThrow({ where: { key: "production-readiness" } });
  const v1 = await db().question.findMany({
    where: { version: { number: 1 } },
    include: { costs: true },
    orderBy: { position: "asc" },
  });
  await aVersion(id, {
    number: 2,
    questions: [...v1.map((q) => aWhole({ ...(q as never as object), costs: q.costs } as never))],
  });
  const scope = scopeOf(await aPerson({ admin: true }), "checklist:move");
  for (const dryRun of [true, false]) {
    const t = Date.now();
    const r = await moveServices(
      scope,
      { checklist: "production-readiness" },
      { to: 2, filter: {}, dryRun },
      new Date(),
    );
    console.log("MOVE", dryRun, r.services.length, Date.now() - t, "ms");
  }
  expect(1).toBe(1);
}, 240_000);
