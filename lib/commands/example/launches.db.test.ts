import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLaunchResource } from "../../auth/resources";
import { db } from "../../db/client";
import { dayAfter } from "../../domain/as-of";
import { minutesMarkdown } from "../../domain/launch/minutes-markdown";
import { loadLaunch } from "../../queries/launches/launch";
import { readMinutes } from "../../queries/launches/minutes";
import { loadExampleAs } from "../../testing/example";
import { aPerson, aService, scopeOf } from "../../testing/factories";
import { launchScope } from "../../testing/launches";
import { createLaunch } from "../launches/create-launch";
import { editLaunch } from "../launches/edit-launch";
import { overruleInvented } from "../launches/overrule";
import { signOffInvented } from "../launches/sign-off";
import { removeExample } from "./remove-example";

let admin: Awaited<ReturnType<typeof aPerson>>;
const now = new Date();
const today = now.toISOString().slice(0, 10);

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Asia/Kathmandu", currency: "EUR", createdAt: new Date() },
  });
  admin = await aPerson({ admin: true });
  await loadExampleAs(admin, now);
});
const remove = () => removeExample(scopeOf(admin, "example:remove"), new Date());
afterAll(async () => {
  await remove();
});

/** A launch of the example by how its title begins, with its minutes. */
async function launched(begins: string) {
  const { id } = await db().launch.findFirstOrThrow({ where: { title: { startsWith: begins } } });
  const launch = await loadLaunch(await launchScope(id, admin, "launch:read"), now);
  return { launch, minutes: minutesMarkdown(await readMinutes(id, now)) };
}

describe("launches of the example", () => {
  it("one was decided in a meeting, signed by four people and launched on a go; its minutes say how", async () => {
    const { launch, minutes } = await launched("Gift cards");
    expect(launch).toMatchObject({ state: "launched", outcome: "go", outcomeReasons: [], example: true });
    expect(launch.launchedWithoutGo).toBe(false);
    expect(new Set(launch.signOffs.map(({ person }) => person)).size).toBe(4);
    expect(launch.conditions.map(({ state, late }) => [state, late])).toEqual([["met", false]]);
    const kinds = launch.dispositions.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["fixed", "fix_before", "accept", "not_applicable"]));
    expect(minutes).toMatch(/^Gift cards for the holidays was launched on .+ on a go\.$/m);
    expect(minutes).toMatch(/other gaps? (was|were) carried, then about €/);
    expect(minutes).toContain("Helena Sørbø accepted it until");
    expect(minutes).toContain("noted:");
    expect(minutes).toContain("corrected:");
    expect(minutes).not.toMatch(/undefined|null|[{}]/);
  });

  it("one is for next week, and waits: for a decision, a late fix, a signer, a signature that went out of date", async () => {
    const { launch } = await launched("Payouts");
    expect(launch).toMatchObject({ state: "open", outcome: "pending" });
    expect(launch.targetDate > dayAfter(today, 3)).toBe(true);
    expect(launch.targetDate <= dayAfter(today, 9)).toBe(true);
    expect(launch.conditions.map(({ state }) => state).sort()).toEqual(["open", "overdue"]);
    expect(launch.blockers.filter(({ disposition }) => disposition === null)).toHaveLength(1);
    expect(launch.signOffs.map(({ role, outOfDate }) => [role, outOfDate])).toEqual([["engineering", true]]);
    expect(launch.signOffs[0]?.because).toMatchObject([
      { code: "verdict_worse", before: "yes", after: "no" },
    ]);
    const reasons = launch.outcomeReasons.map(({ code, role }) => [code, role]);
    expect(reasons).toContainEqual(["signer_missing", "reliability"]);
    expect(reasons).toContainEqual(["sign_off_out_of_date", "engineering"]);
  });

  it("one was launched over an objection that an executive overruled, and was reviewed by somebody else", async () => {
    const { launch, minutes } = await launched("Image pipeline");
    expect(launch).toMatchObject({ state: "launched", outcome: "conditional_go", overObjection: true });
    expect(launch.launchedWithoutGo).toBe(true);
    expect(launch.reviewedAt).not.toBeNull();
    expect(minutes).toMatch(/over the objection of Priya Raghavan for security, overruled by Helena Sørbø/);
    expect(minutes).toContain("Søren Kjær reviewed the launch");
  });

  it("waivers are asked for, refused, in force, about to end, and over since their gap closed", async () => {
    const waivers = await db().waiver.findMany({ include: { service: true } });
    const states = waivers.map(({ state, endCause }) => endCause ?? state);
    expect(new Set(states)).toEqual(new Set(["requested", "refused", "in_force", "closed"]));
    const soon = waivers.filter(({ until, state }) => {
      const day = until?.toISOString().slice(0, 10) ?? "";
      return state === "in_force" && day >= today && day <= dayAfter(today, 6);
    });
    expect(soon).toHaveLength(1);
    const own = waivers.filter(({ requestedById, decidedById }) => requestedById === decidedById);
    expect(own).toEqual([]);
  });

  it("nobody real signs or overrules without a password", async () => {
    const { launch } = await launched("Payouts");
    const resource = await loadLaunchResource(launch.id);
    const executive = await aPerson({ executive: true });
    const named = { ...resource, launch: { ...resource.launch, signerIds: [admin.person.id] } };
    const body = { role: "engineering" as const, decision: "go" as const, revision: launch.revision };
    await expect(signOffInvented(scopeOf(admin, "launch:sign", named), body, now)).rejects.toThrow(
      RangeError,
    );
    const overrule = scopeOf(executive, "launch:overrule", resource);
    await expect(overruleInvented(overrule, launch.id, "So.", now)).rejects.toThrow(RangeError);
  });

  it("leave with it, and so do real people's launches of it; a real launch goes on without its invented service", async () => {
    const real = await aService({ lifecycle: "launching" }, now);
    const invented = await db().service.findFirstOrThrow({
      where: { example: true, lifecycle: "launching" },
    });
    const facilitator = admin.person.id;
    const planned = (title: string, services: string[]) =>
      createLaunch(
        scopeOf(admin, "launch:create", {
          ...{ kind: "launch", id: null, teamId: null },
          launch: { teamIds: [real.teamId], facilitatorId: facilitator, signerIds: [] },
        }),
        { title, services, targetDate: dayAfter(today, 20), facilitator },
        new Date(),
      );
    const both = await planned("Ours, with theirs", [real.slug, invented.slug]);
    const tried = await planned("Tried out", [invented.slug]);
    expect([both.example, tried.example]).toEqual([false, true]);
    const edit = { services: [real.slug], expectedVersion: tried.version };
    await expect(
      editLaunch(await launchScope(tried.id, admin, "launch:edit"), edit, new Date()),
    ).rejects.toMatchObject({ code: "refused" });
    await remove();
    expect(await db().launch.findMany({ select: { id: true } })).toEqual([{ id: both.id }]);
    expect(await db().waiver.count()).toBe(0);
    const after = await loadLaunch(await launchScope(both.id, admin, "launch:read"), new Date());
    expect(after).toMatchObject({ services: [real.slug], version: both.version + 1 });
    expect(minutesMarkdown(await readMinutes(both.id, new Date()))).toContain(
      "The example portfolio was removed.",
    );
  });
});
