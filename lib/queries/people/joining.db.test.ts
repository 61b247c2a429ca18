import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "../../commands/people/accept-invitation";
import { invitePerson } from "../../commands/people/invite-person";
import { revokeInvitation } from "../../commands/people/revoke-invitation";
import type { InvitationNew } from "../../contracts/people";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aTeam, daysLater, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { loadPeopleCounts } from "./counts";
import { loadJoining } from "./join";

const ADDRESS = "192.0.2.7";
let admin: SignedIn;
let team: Awaited<ReturnType<typeof aTeam>>;
beforeAll(async () => {
  await db().organisation.create({
    data: { id: 1, name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  team = await aTeam("Payments & Ledger");
  admin = team.admin;
});

const invite = (more: Partial<InvitationNew> = {}, by = admin) =>
  invitePerson(scopeOf(by, "invitation:create"), { email: `${randomUUID()}@example.com`, ...more }, NOON);
const secretOf = ({ path }: { path: string | null }) =>
  new URLSearchParams(path?.split("?")[1]).get("token") ?? "";

describe("what the link of an invitation shows", () => {
  it("names the organisation, who invites, and the teams in the order of the invitation", async () => {
    const other = await aTeam("Archive");
    const made = await invite({
      executive: true,
      teams: [
        { team: team.slug, role: "lead" },
        { team: other.slug, role: "member" },
      ],
    });
    expect(await loadJoining(secretOf(made), ADDRESS, NOON)).toMatchObject({
      organisation: "Acme",
      timeZone: "Europe/Berlin",
      teams: [
        { name: "Payments & Ledger", role: "lead" },
        { name: "Archive", role: "member" },
      ],
      invitation: { email: made.email, executive: true, state: "open", createdBy: { name: "Ana Kirsch" } },
    });
  });

  it("does not tell the secret again", async () => {
    const joining = await loadJoining(secretOf(await invite()), ADDRESS, NOON);
    expect(joining?.invitation.path).toBeNull();
  });

  it("is nothing for the link of no invitation", async () => {
    expect(await loadJoining("no-invitation-has-this-secret", "192.0.2.8", NOON)).toBeNull();
  });

  it("leaves out a team that was deleted since", async () => {
    const gone = await aTeam("Gone");
    const made = await invite({ teams: [{ team: gone.slug, role: "member" }] });
    await db().team.update({ where: { id: gone.id }, data: { deletedAt: NOON } });
    expect((await loadJoining(secretOf(made), ADDRESS, NOON))?.teams).toEqual([]);
  });

  it("tells what became of it: expired, taken back, used", async () => {
    const made = await invite();
    const state = async (now: Date) => (await loadJoining(secretOf(made), ADDRESS, now))?.invitation.state;
    expect(await state(daysLater(7, -1))).toBe("open");
    expect(await state(daysLater(7))).toBe("expired");
    await revokeInvitation(scopeOf(admin, "invitation:revoke"), made.id, NOON);
    expect(await state(NOON)).toBe("revoked");
    const used = await invite();
    const body = { token: secretOf(used), name: "Bo", password: "walls are straight when measured" };
    await acceptInvitation(body, NOON, "test-request");
    expect((await loadJoining(secretOf(used), ADDRESS, NOON))?.invitation.state).toBe("accepted");
  });
});

describe("how many people there are", () => {
  const counts = async (viewer: SignedIn, now = NOON) =>
    loadPeopleCounts(scopeOf(viewer, "person:list"), now);

  it("counts by what they may do, and invitations that can still be accepted, in one statement", async () => {
    const before = await counts(admin);
    await aPerson({ name: "Another", admin: true });
    const { person } = await aPerson({ name: "Left", admin: true });
    await db().person.update({ where: { id: person.id }, data: { disabledAt: NOON } });
    const made = await invite();
    await revokeInvitation(scopeOf(admin, "invitation:revoke"), made.id, NOON);
    await invite();
    const { result, statements } = await countStatements(() => counts(admin));
    expect(statements).toHaveLength(1);
    expect(result).toEqual({
      enabled: before.enabled + 1,
      admins: before.admins + 1,
      disabled: before.disabled + 1,
      invitations: (before.invitations ?? 0) + 1,
    });
    expect((await counts(admin, daysLater(7))).invitations).toBe(0);
  });

  it("keeps invitations from who may not list them", async () => {
    expect((await counts(await aPerson({ executive: true }))).invitations).toBeNull();
  });
});
