import { type LaunchResource, loadLaunchResource } from "../auth/resources";
import type { Viewer } from "../auth/viewer";
import { saveAnswer } from "../commands/answers/save-answer";
import { closeLaunch } from "../commands/launches/close-launch";
import { createLaunch } from "../commands/launches/create-launch";
import { signOff } from "../commands/launches/sign-off";
import type { ClosingNew } from "../contracts/launch-requests";
import type { Launch } from "../contracts/launches";
import type { ServiceNew } from "../contracts/services";
import { db } from "../db/client";
import type { Decision, SignRole } from "../domain/launch/vocabulary";
import type { Action } from "../domain/policy";
import type { Verdict } from "../domain/vocabulary";
import { loadLaunch } from "../queries/launches/launch";
import { aPerson, aService, NOON, type SignedIn, scopeOf } from "./factories";

/** A launch that is being planned, of a service of a team. */
export const plannedLaunch = (teamId: string, facilitatorId: string): LaunchResource => ({
  ...{ kind: "launch", id: null, teamId: null },
  launch: { teamIds: [teamId], facilitatorId, signerIds: [] },
});

/** The proof that somebody may do something to a launch as it stands now. */
export const launchScope = async <A extends Extract<Action, `launch:${string}`>>(
  id: string,
  who: Viewer,
  action: A,
) => scopeOf(who, action, await loadLaunchResource(id));

/** A session of somebody who gave their password at an instant. */
export async function signIn({ sessionId, person }: SignedIn, at: Date): Promise<void> {
  const expiresAt = new Date(at.getTime() + 400 * 86_400_000);
  const session = {
    createdAt: at,
    lastSeenAt: at,
    authenticatedAt: at,
    expiresAt,
    userAgent: "",
    address: "",
  };
  await db().session.upsert({
    where: { id: sessionId },
    create: { id: sessionId, personId: person.id, ...session },
    update: { authenticatedAt: at },
  });
}

/** A launch of one service with everybody whom a test needs. */
export interface LaunchInTest {
  id: string;
  service: Awaited<ReturnType<typeof aService>>;
  signer: SignedIn;
  deputy: SignedIn;
  /** Keys of the questions that block it before anything is answered. */
  blockers: readonly string[];
  answer(question: string, verdict: Verdict, now: Date, who?: Viewer): Promise<void>;
  /** All that block it. */
  answerAll(verdict: Verdict, now: Date): Promise<void>;
  close(body: ClosingNew, now: Date, who?: Viewer): Promise<Launch>;
}

/**
 * A launch that was planned at NOON, on 1 July. All roles that anybody may hold are the signer's.
 * @param some of its service @param with a deputy of the signer for engineering
 */
export async function aLaunch(
  some: Partial<ServiceNew> = {},
  {
    deputy: named = false,
    signers = ["engineering"],
  }: { deputy?: boolean; signers?: readonly SignRole[] } = {},
): Promise<LaunchInTest> {
  const service = await aService({ lifecycle: "launching", ...some });
  const [signer, deputy] = [await aPerson({ name: "Ana Kirsch" }), await aPerson({ name: "Sam Adeyemi" })];
  const facilitator = service.member.person.id;
  const launch = await createLaunch(
    scopeOf(service.lead, "launch:create", plannedLaunch(service.teamId, facilitator)),
    {
      ...{ title: "Checkout 3", services: [service.slug], targetDate: "2026-07-01", facilitator },
      signers: Object.fromEntries(signers.map((role) => [role, signer.person.id])),
      deputies: named ? { engineering: deputy.person.id } : {},
    },
    NOON,
  );
  const { id } = launch;
  const blockers = launch.blockers.map(({ question }) => question);
  const answer: LaunchInTest["answer"] = async (question, verdict, now, who = service.member) => {
    const key = { serviceId: service.id, questionKey: question };
    const row = await db().answer.findUnique({ where: { serviceId_questionKey: key } });
    const body = { verdict, reason: `It is ${verdict}.`, expectedVersion: row?.version ?? 0 };
    await saveAnswer(scopeOf(who, "answer:save", service.resource), question, body, now);
  };
  return {
    ...{ id, service, signer, deputy, blockers, answer },
    async answerAll(verdict, now) {
      for (const question of blockers) await answer(question, verdict, now);
    },
    close: async (body, now, who = service.lead) =>
      closeLaunch(await launchScope(id, who, "launch:close"), body, now),
  };
}

/** The launch as somebody sees it at an instant: a revision from then on. */
export const look = async (
  { id, signer }: Pick<LaunchInTest, "id" | "signer">,
  now: Date,
  who: Viewer = signer,
) => loadLaunch(await launchScope(id, who, "launch:read"), now);

/** Signs a role as somebody who just gave their password. */
export async function decide(
  { id, signer }: Pick<LaunchInTest, "id" | "signer">,
  role: SignRole,
  decision: Decision,
  revision: string,
  now: Date,
  who: SignedIn = signer,
) {
  await signIn(who, now);
  const why = decision === "no_go" ? { comment: "Not yet.", lookAgainOn: "2026-06-25" } : {};
  return signOff(await launchScope(id, who, "launch:sign"), { role, decision, revision, ...why }, now);
}
