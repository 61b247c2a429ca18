import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth/viewer";
import type { LaunchEdit } from "../../contracts/launch-requests";
import { db } from "../../db/client";
import { aPerson, aService, daysLater, scopeOf } from "../../testing/factories";
import { aLaunch, decide, type LaunchInTest, launchScope, look, signIn } from "../../testing/launches";
import { editService } from "../services/edit-service";
import { editLaunch } from "./edit-launch";
import { putSigner } from "./put-signer";
import { signOff } from "./sign-off";

let planned: LaunchInTest;
let other: Awaited<ReturnType<typeof aService>>;
beforeEach(async () => {
  planned = await aLaunch({ tier: 4 });
  other = await aService({ tier: 4, lifecycle: "building" });
});

const edit = async (
  body: Omit<LaunchEdit, "expectedVersion">,
  now: Date,
  who: Viewer = planned.service.admin,
) => {
  const { version } = await db().launch.findUniqueOrThrow({ where: { id: planned.id } });
  return editLaunch(
    await launchScope(planned.id, who, "launch:edit"),
    { ...body, expectedVersion: version },
    now,
  );
};
const put = async (
  role: string,
  body: { person: string; deputy?: string; reason?: string },
  who: Viewer,
  now: Date,
) => putSigner(await launchScope(planned.id, who, "launch:name_signer"), role, body, now);
const raise = (now: Date, of = other) =>
  editService(scopeOf(of.member, "service:edit", of.resource), { tier: 1 }, now);
const both = () => [planned.service.slug, other.slug];

describe("the roles that sign (L1)", () => {
  it("do not follow the tier that a service comes to have after it was taken off", async () => {
    await edit({ services: both() }, daysLater(1));
    await edit({ services: [planned.service.slug] }, daysLater(2));
    await raise(daysLater(3));
    expect((await look(planned, daysLater(4))).requiredRoles).toEqual(["engineering"]);
  });

  it("that were taken off come back, and can be signed, when a tier asks for them", async () => {
    await raise(daysLater(1));
    await edit({ services: both() }, daysLater(2));
    await edit({ services: [planned.service.slug] }, daysLater(3));
    const off = ["reliability", "security", "product"] as const;
    await edit({ takeOff: [...off], reason: "A slip." }, daysLater(4));
    expect((await look(planned, daysLater(5))).requiredRoles).toEqual(["engineering"]);
    await raise(daysLater(6), planned.service);
    expect((await look(planned, daysLater(7))).requiredRoles).toEqual(["engineering", ...off]);
    const signer = planned.signer.person.id;
    await put("security", { person: signer }, planned.service.lead, daysLater(8));
    const { revision, can } = await look(planned, daysLater(9));
    expect(can.sign).toEqual(["engineering", "security"]);
    const signed = await decide(planned, "security", "no_go", revision, daysLater(10));
    expect(signed).toMatchObject({ outcome: "no_go" });
  });

  it("are not taken off before a tier asks for them", async () => {
    await expect(edit({ takeOff: ["security"], reason: "Why not." }, daysLater(1))).rejects.toMatchObject({
      code: "refused",
    });
    await raise(daysLater(2));
    await edit({ services: both() }, daysLater(3));
    expect((await look(planned, daysLater(4), planned.service.admin)).can.takeOff).toEqual([]);
    await edit({ services: [planned.service.slug] }, daysLater(5));
    expect((await look(planned, daysLater(6), planned.service.admin)).can.takeOff).toEqual([
      ...["reliability", "security", "product"],
    ]);
  });
});

describe("naming who signs (L6)", () => {
  it("replaces a deputy who said no only for an admin or executive, with a reason that is kept", async () => {
    await put(
      "engineering",
      { person: planned.signer.person.id, deputy: planned.deputy.person.id },
      planned.service.lead,
      daysLater(0, 1),
    );
    const { revision } = await look(planned, daysLater(0, 2));
    await decide(planned, "engineering", "no_go", revision, daysLater(0, 3), planned.deputy);
    const next = await aPerson({ name: "Noor" });
    const body = { person: planned.signer.person.id, deputy: next.person.id };
    await expect(put("engineering", body, planned.service.lead, daysLater(1))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(put("engineering", body, planned.service.admin, daysLater(1))).rejects.toMatchObject({
      code: "refused",
    });
    await put("engineering", { ...body, reason: "Sam left." }, planned.service.admin, daysLater(1));
    const events = await db().launchEvent.findMany({
      where: { launchId: planned.id, kind: "signer_replaced" },
    });
    expect(events.map(({ details }) => details)).toMatchObject([
      { from: { name: "Sam Adeyemi" }, to: { name: "Noor" }, decision: "no_go", reason: "Sam left." },
    ]);
  });

  it("writes down another deputy beside another signer", async () => {
    const [next, deputy] = [await aPerson({ name: "Noor" }), await aPerson({ name: "Lou" })];
    const body = { person: next.person.id, deputy: deputy.person.id, reason: "On leave." };
    await put("engineering", body, planned.service.admin, daysLater(1));
    const events = await db().launchEvent.findMany({
      where: { launchId: planned.id },
      orderBy: { id: "asc" },
    });
    expect(events.slice(-2).map(({ kind, details }) => [kind, details])).toMatchObject([
      ["signer_replaced", { to: { name: "Noor" } }],
      ["signer_named", { signer: { name: "Noor" }, deputy: { name: "Lou" } }],
    ]);
  });
});

describe("signing (L3)", () => {
  it("asks for the password again when it was given more than 15 minutes ago", async () => {
    await planned.answerAll("yes", daysLater(0));
    const { revision } = await look(planned, daysLater(0, 100));
    await signIn(planned.signer, daysLater(0, 200 - 16 * 60_000));
    const scope = await launchScope(planned.id, planned.signer, "launch:sign");
    const body = { role: "engineering" as const, decision: "go" as const, revision };
    await expect(signOff(scope, body, daysLater(0, 200))).rejects.toMatchObject({
      code: "reauthentication_required",
    });
    await expect(
      decide(planned, "engineering", "go", "0".repeat(64), daysLater(0, 300)),
    ).rejects.toMatchObject({ code: "unknown_revision" });
  });
});
