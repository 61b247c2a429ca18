import "server-only";
import { randomUUID } from "node:crypto";
import type { ServiceResource } from "../../auth/resources";
import { authorize, type Scope } from "../../auth/scope";
import type { DispositionNew } from "../../contracts/launch-requests";
import type { Launch } from "../../contracts/launches";
import { lockById } from "../../db/service-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { dueOnProblem, untilProblem } from "../../domain/launch/conditions";
import type { Decided } from "../../domain/launch/events";
import { isGap } from "../../domain/launch/facts";
import { dayColumn, dayText } from "../../queries/launches/launch-rows";
import { saveAnswer } from "../answers/save-answer";
import { planGaps } from "../gaps/plan-gaps";
import { requestWaiver } from "../waivers/request-waiver";
import { refuseFields } from "./create-launch";
import {
  changedLaunch,
  evaluateLocked,
  gapRefOf,
  type LockedLaunch,
  lockLaunch,
  writeEvent,
} from "./lock-launch";
import { peopleNamed } from "./people-of-launch";

/** What a disposition did beside itself: what its row says of it, what its event says, and when it was done. */
interface Done {
  row: { reason?: string; waiverId?: string; ownerId?: string; dueOn?: Date };
  decided: Decided;
  at: Date;
}

type Disposed<Kind extends DispositionNew["kind"]> = Extract<DispositionNew, { kind: Kind }>;

/** The service of a gap, for an action of its own. @throws AppError refused when it is not on the launch */
function serviceOf({ services }: LockedLaunch, slug: string): ServiceResource {
  const service = [...services.values()].find((each) => each.slug === slug);
  if (!service) {
    const message = "This service is not on the launch.";
    throw new AppError("refused", {
      message: `service: ${message}`,
      fields: [{ field: "service", message }],
    });
  }
  return { kind: "service", id: service.id, slug, teamId: service.teamId, deletedAt: service.deletedAt };
}

async function answerIt(
  scope: Scope<"launch:dispose">,
  locked: LockedLaunch,
  body: Disposed<"fixed" | "not_applicable">,
  now: Date,
): Promise<Done> {
  const resource = serviceOf(locked, body.service);
  const right = authorize(scope.viewer, "answer:save", resource, scope.requestId);
  const { expectedVersion, reason = "" } = body;
  const evidence = body.kind === "fixed" ? (body.evidence ?? []) : [];
  const verdict = body.kind === "fixed" ? "yes" : "not_applicable";
  const saved = await saveAnswer(right, body.question, { verdict, reason, evidence, expectedVersion }, now);
  const at = saved.savedAt === null ? locked.at : new Date(saved.savedAt);
  const decided: Decided =
    body.kind === "fixed"
      ? { kind: "fixed", reason, withEvidence: evidence.length > 0 }
      : { kind: "not_applicable", reason };
  return { row: { reason }, decided, at };
}

async function planIt(
  tx: Tx,
  scope: Scope<"launch:dispose">,
  locked: LockedLaunch,
  { service, question, owner, dueOn }: Disposed<"fix_before">,
  now: Date,
  today: string,
): Promise<Done> {
  serviceOf(locked, service);
  const problem = dueOnProblem(dueOn, dayText(locked.rows.targetDate), today);
  refuseFields(problem ? [problem] : []);
  const personOf = await peopleNamed(tx, [{ field: "owner", person: owner }], locked.rows.example);
  await planGaps(scope, { gaps: [{ service, question }], set: { owner, dueOn } }, now);
  const decided: Decided = { kind: "fix_before", owner: personOf(owner), dueOn };
  return { row: { ownerId: owner, dueOn: dayColumn(dueOn) }, decided, at: locked.at };
}

async function acceptIt(
  tx: Tx,
  scope: Scope<"launch:dispose">,
  locked: LockedLaunch,
  { service: slug, question, reason, until }: Disposed<"accept">,
  now: Date,
): Promise<Done> {
  const problem = untilProblem(until, dayText(locked.rows.targetDate));
  refuseFields(problem ? [problem] : []);
  const service = await lockById(tx, serviceOf(locked, slug).id, now, scope.viewer);
  const { id } = await requestWaiver(tx, scope, service, { question, reason, until });
  const at = service.at > locked.at ? service.at : locked.at;
  return { row: { reason, waiverId: id }, decided: { kind: "accept", reason, until }, at };
}

/**
 * Decides about a gap of a launch (L2), and does what was decided: answers yes or not applicable, sets owner and day of its
 * plan, or asks for a waiver, all in one transaction. What was decided about it before counts no more.
 * @throws AppError forbidden without the right to that answer; conflict, refused, launch_closed
 */
export async function disposeOfGap(
  scope: Scope<"launch:dispose">,
  body: DispositionNew,
  now: Date,
): Promise<Launch> {
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now);
    const { rows } = locked;
    const open = await evaluateLocked(tx, locked);
    const gap = gapRefOf(open, body.service, body.question);
    const state = open.facts.services
      .find(({ service }) => service === body.service)
      ?.questions.find(({ question }) => question === body.question);
    if (!state || !isGap(state)) {
      throw new AppError("refused", {
        message: "This is no longer open: nothing is left to decide about it.",
      });
    }
    const done =
      body.kind === "fix_before"
        ? await planIt(tx, scope, locked, body, now, open.evaluated.history.today)
        : body.kind === "accept"
          ? await acceptIt(tx, scope, locked, body, now)
          : await answerIt(scope, locked, body, now);
    const at = done.at > locked.at ? done.at : locked.at;
    const service = serviceOf(locked, body.service);
    await tx.disposition.updateMany({
      where: { launchId: rows.id, serviceId: service.id, questionKey: body.question, supersededAt: null },
      data: { supersededAt: at },
    });
    const disposition = randomUUID();
    await tx.disposition.create({
      data: {
        ...{ id: disposition, launchId: rows.id, serviceId: service.id, questionKey: body.question },
        ...{ kind: body.kind, byId: scope.viewer.person.id, at, ...done.row },
      },
      select: { id: true },
    });
    await writeEvent(tx, scope, rows.id, at, "disposed", { disposition, gap, decided: done.decided });
    return changedLaunch(tx, scope, { ...locked, at });
  });
}
