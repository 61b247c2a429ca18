import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { AppError } from "../../domain/errors";
import { daysLater } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { aLaunch, decide, type LaunchInTest, look } from "../../testing/launches";

const TRIES = Number(process.env.PLUMBLINE_RACES ?? 60);

let planned: LaunchInTest;
beforeAll(async () => {
  planned = await aLaunch({ tier: 4 });
  await planned.answerAll("yes", daysLater(0));
});

const codeOf = (error: unknown) => (error instanceof AppError ? error.code : String(error));

describe("two at once", () => {
  it(`never leave a go with a blocker undisposed: a sign-off against an answer that turns to no, ${TRIES} times`, async () => {
    const { blockers } = planned;
    const [question = ""] = blockers;
    const seen = { signed: 0, refused: 0 };
    for (let round = 0; round < TRIES; round += 1) {
      const now = daysLater(0, 10_000 + round * 1_000);
      await planned.answer(question, "yes", now);
      const launch = await look(planned, now);
      const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
      const [signed, answered] = await Promise.allSettled([
        pause().then(() =>
          decide(planned, "engineering", "go", launch.revision, daysLater(0, 10_100 + round * 1_000)),
        ),
        pause().then(() => planned.answer(question, "no", daysLater(0, 10_100 + round * 1_000))),
      ]);
      expect(answered.status).toBe("fulfilled");
      if (signed.status === "rejected") {
        // a blocker is worse than what was seen, and is named as that first (L3)
        expect(codeOf(signed.reason)).toBe("state_worse");
        seen.refused += 1;
      } else seen.signed += 1;
      const after = await look(planned, daysLater(0, 10_500 + round * 1_000));
      expect(after).toMatchObject({ outcome: "pending", blockers: [{ question, disposition: null }] });
      const inForce = after.signOffs.filter(({ supersededAt }) => supersededAt === null);
      expect(inForce.length).toBeLessThanOrEqual(1);
      for (const each of inForce) expect(each.outOfDate).toBe(true);
    }
    expect(seen.signed + seen.refused).toBe(TRIES);
  });

  it("sign once, however often the button is pressed", async () => {
    const now = new Date();
    const fresh = await aLaunch({ tier: 4 });
    await fresh.answerAll("yes", now);
    const launch = await look(fresh, now);
    await db().session.deleteMany({ where: { id: fresh.signer.sessionId } });
    const as = await signedIn(fresh.signer);
    const body = { role: "engineering", decision: "go", revision: launch.revision };
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => send("signOff", { as, params: { launch: fresh.id }, body })),
    );
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    // a machine that cannot give fifty of them a connection in time says so
    expect(statuses.filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
    const rows = await db().signOff.findMany({ where: { launchId: fresh.id } });
    expect(rows).toHaveLength(1);
    expect(await db().launchEvent.count({ where: { launchId: fresh.id, kind: "signed" } })).toBe(1);
    const revision = await db().launchRevision.findUniqueOrThrow({
      where: { launchId_hash: { launchId: fresh.id, hash: launch.revision } },
    });
    expect(createHash("sha256").update(revision.bytes).digest("hex")).toBe(launch.revision);
  });

  it("leave one sign-off in force when deputy and signer press at once", async () => {
    for (let round = 0; round < 10; round += 1) {
      const fresh = await aLaunch({ tier: 4 }, { deputy: true });
      await fresh.answerAll("yes", daysLater(0));
      const { revision } = await look(fresh, daysLater(1));
      const replies = await Promise.allSettled([
        decide(fresh, "engineering", "go", revision, daysLater(1, 10)),
        decide(fresh, "engineering", "go", revision, daysLater(1, 10), fresh.deputy),
      ]);
      for (const reply of replies)
        if (reply.status === "rejected") expect(codeOf(reply.reason)).toBe("signed_by_other");
      const after = await look(fresh, daysLater(1, 1_000));
      const inForce = after.signOffs.filter(({ supersededAt }) => supersededAt === null);
      expect(inForce).toMatchObject([{ person: fresh.signer.person.id, deputyFor: null }]);
      expect(after.outcome).toBe("go");
    }
  });

  it("freeze a launch with the outcome that it had: closing against an answer that turns to no", async () => {
    for (let round = 0; round < 15; round += 1) {
      const fresh = await aLaunch({ tier: 4 });
      await fresh.answerAll("yes", daysLater(0));
      const { revision } = await look(fresh, daysLater(1));
      await decide(fresh, "engineering", "go", revision, daysLater(1, 10));
      const [question = ""] = fresh.blockers;
      const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
      const [closed] = await Promise.allSettled([
        pause().then(() => fresh.close({ as: "launched" }, daysLater(1, 20))),
        pause().then(() => fresh.answer(question, "no", daysLater(1, 20))),
      ]);
      const after = await look(fresh, daysLater(2));
      if (closed.status === "fulfilled") {
        expect(after).toMatchObject({
          state: "launched",
          outcome: "go",
          launchedWithoutGo: false,
          blockers: [],
        });
      } else {
        expect(codeOf(closed.reason)).toBe("forbidden");
        expect(after).toMatchObject({ state: "open", outcome: "pending" });
      }
    }
  });
});
