import { expect, it } from "vitest";
import { db } from "../../db/client";
import { daysLater } from "../../testing/factories";
import { aLaunch, decide, launchScope, look } from "../../testing/launches";
import { disposeOfGap } from "./dispose-of-gap";

it("what was planned, shown, decided, signed and overruled is never changed, deleted or emptied", async () => {
  const planned = await aLaunch({ tier: 4 });
  const { lead, slug } = planned.service;
  await disposeOfGap(
    await launchScope(planned.id, lead, "launch:dispose"),
    {
      ...{ service: slug, question: planned.blockers[0] ?? "", kind: "fix_before" as const },
      ...{ owner: lead.person.id, dueOn: "2026-06-25" },
    },
    daysLater(0, 1),
  );
  const { revision } = await look(planned, daysLater(0, 2));
  await decide(planned, "engineering", "no_go", revision, daysLater(0, 3));
  const { id: signOffId } = await db().signOff.findFirstOrThrow({ where: { launchId: planned.id } });
  await db().overruling.create({
    data: {
      ...{ id: planned.id, signOffId, personId: lead.person.id, reason: "So be it." },
      ...{ revision, seenAt: daysLater(0, 3), at: daysLater(0, 4) },
    },
  });
  const kept = /never changed or deleted|append-only|cannot truncate/;
  for (const statement of [
    `UPDATE "Overruling" SET "reason" = 'Else.'`,
    `DELETE FROM "Overruling"`,
    `UPDATE "Disposition" SET "kind" = 'fixed', "ownerId" = NULL, "dueOn" = NULL`,
    `UPDATE "Disposition" SET "at" = now()`,
    `DELETE FROM "Disposition"`,
    `UPDATE "LaunchPlan" SET "what" = 'Else.'`,
    `DELETE FROM "LaunchRevision"`,
    ...["Overruling", "Disposition", "LaunchPlan", "LaunchRevision"].map(
      (table) => `TRUNCATE "${table}" CASCADE`,
    ),
  ])
    await expect(db().$executeRawUnsafe(statement), statement).rejects.toThrow(kept);
  await db().$executeRaw`UPDATE "Disposition" SET "dueOn" = '2026-06-26'`;
  await db().$executeRaw`UPDATE "Disposition" SET "supersededAt" = now()`;
  await expect(db().$executeRaw`UPDATE "Disposition" SET "supersededAt" = NULL`).rejects.toThrow(kept);
});
