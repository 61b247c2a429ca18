import { beforeEach, describe, expect, it } from "vitest";
import { loadWaiverResource } from "../../auth/resources";
import { db } from "../../db/client";
import { readMinutes } from "../../queries/launches/minutes";
import { readWaiver } from "../../queries/waivers/waiver";
import { aPerson, daysLater, scopeOf } from "../../testing/factories";
import { aLaunch, decide, type LaunchInTest, launchScope, look } from "../../testing/launches";
import { revoke } from "../../testing/waivers";
import { decideWaiver } from "../waivers/decide-waiver";
import { disposeOfGap } from "./dispose-of-gap";
import { putSigner } from "./put-signer";

let planned: LaunchInTest;
beforeEach(async () => {
  planned = await aLaunch({ tier: 4 });
});

describe("accepting a risk (L2, L8)", () => {
  it("leaves the gap undisposed until somebody else grants it; then an executive signs too", async () => {
    const { service, blockers } = planned;
    for (const question of blockers) await planned.answer(question, "no", daysLater(0));
    const [question = "", ...others] = blockers;
    for (const each of others) await planned.answer(each, "yes", daysLater(0, 10));
    const dispose = await launchScope(planned.id, service.member, "launch:dispose");
    const accept = { service: service.slug, question, kind: "accept" as const, reason: "The season." };
    await expect(
      disposeOfGap(dispose, { ...accept, until: "2026-07-05" }, daysLater(0, 20)),
    ).rejects.toMatchObject({ code: "refused", details: { fields: [{ field: "until" }] } });
    const asked = await disposeOfGap(dispose, { ...accept, until: "2026-08-31" }, daysLater(0, 30));
    expect(asked).toMatchObject({
      ...{ outcome: "pending", requiredRoles: ["engineering"], blockers: [{ question, disposition: null }] },
      turns: expect.arrayContaining([expect.objectContaining({ what: "decide_waiver", question })]),
    });
    const executive = await aPerson({ name: "Inés", executive: true });
    const waiver = asked.dispositions[0]?.waiver ?? "";
    await decideWaiver(
      scopeOf(executive, "waiver:decide", await loadWaiverResource(waiver)),
      { decision: "grant", reason: "Agreed." },
      daysLater(0, 40),
    );
    const granted = await look(planned, daysLater(0, 50));
    expect(granted).toMatchObject({ blockers: [], requiredRoles: ["engineering", "executive"] });
    expect(granted.outcomeReasons).toContainEqual({ code: "signer_missing", role: "executive" });
    const lines = (await readMinutes(planned.id, daysLater(0, 60))).dispositions.map(({ text }) => text);
    expect(lines.join(" ")).toContain("Inés");
    const naming = await launchScope(planned.id, service.lead, "launch:name_signer");
    await putSigner(naming, "executive", { person: executive.person.id }, daysLater(0, 70));
    await decide(planned, "engineering", "go", granted.revision, daysLater(0, 80));
    await decide(planned, "executive", "go", granted.revision, daysLater(0, 90), executive);
    expect(await look(planned, daysLater(0, 100))).toMatchObject({ outcome: "go" });
    await revoke(executive, waiver, daysLater(1));
    const after = await look(planned, daysLater(1, 10));
    expect(after.signOffs[0]).toMatchObject({
      because: [{ code: "waiver_ended", question, by: executive.person.id, at: daysLater(1).toISOString() }],
    });
    const { requestedBy } = await readWaiver(waiver, null, daysLater(2));
    expect(requestedBy).toEqual({ id: service.member.person.id, name: "Li Wen", disabled: false });
    await db().person.update({
      where: { id: service.member.person.id },
      data: { disabledAt: daysLater(2) },
    });
    expect(await readWaiver(waiver, null, daysLater(2))).toMatchObject({ requestedBy: { disabled: true } });
  });
});
