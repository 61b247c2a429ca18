import "server-only";
import type { Scope } from "../../auth/scope";
import type { LaunchEdit } from "../../contracts/launch-requests";
import type { Launch } from "../../contracts/launches";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { targetDateProblem } from "../../domain/launch/conditions";
import type { EventFacts, LaunchField } from "../../domain/launch/events";
import { whoSaysGo } from "../../domain/launch/outcome";
import type { SignRole } from "../../domain/launch/vocabulary";
import { can } from "../../domain/policy";
import { isBlank } from "../../domain/text";
import type { Evaluated } from "../../queries/launches/evaluate";
import type { OpenLaunch } from "../../queries/launches/launch";
import { dayColumn, dayText, type LaunchRows } from "../../queries/launches/launch-rows";
import { areInvented, idsOf, refuseFields, servicesToLaunch } from "./create-launch";
import {
  changedLaunch,
  evaluateLocked,
  gapRefOf,
  type LockedLaunch,
  lockLaunch,
  writeEvent,
} from "./lock-launch";
import { peopleNamed } from "./people-of-launch";

/** The columns of a launch that a plan is made of. */
type Plan = Pick<
  LaunchRows,
  | "title"
  | "what"
  | "worth"
  | "delayCostPerWeek"
  | "undoHow"
  | "undoWho"
  | "onCall"
  | "targetDate"
  | "meetingAt"
  | "facilitatorId"
>;

const COLUMNS = [
  ...(["title", "what", "worth", "delayCostPerWeek", "undoHow", "undoWho"] as const),
  ...(["onCall", "targetDate", "meetingAt", "facilitatorId"] as const),
];

const toInstant = (text: string | null): Date | null => (text === null ? null : new Date(text));

function planAfter(before: Plan, edit: LaunchEdit): Plan {
  return {
    title: edit.title ?? before.title,
    what: edit.what ?? before.what,
    worth: edit.worth ?? before.worth,
    delayCostPerWeek: edit.delayCostPerWeek === undefined ? before.delayCostPerWeek : edit.delayCostPerWeek,
    undoHow: edit.undo?.how ?? before.undoHow,
    undoWho: edit.undo?.who ?? before.undoWho,
    onCall: edit.onCall ?? before.onCall,
    targetDate: edit.targetDate === undefined ? before.targetDate : dayColumn(edit.targetDate),
    meetingAt: edit.meetingAt === undefined ? before.meetingAt : toInstant(edit.meetingAt),
    facilitatorId: edit.facilitator ?? before.facilitatorId,
  };
}

/** A plan's fields as the minutes print them. */
const printed = (
  plan: Plan,
  services: readonly string[],
  facilitator: string,
): Record<LaunchField, string> => ({
  ...{ title: plan.title, what: plan.what, worth: plan.worth, onCall: plan.onCall, facilitator },
  services: services.join(", "),
  targetDate: dayText(plan.targetDate),
  meetingAt: plan.meetingAt?.toISOString() ?? "",
  delayCostPerWeek: plan.delayCostPerWeek === null ? "" : String(plan.delayCostPerWeek),
  undo: [plan.undoHow, plan.undoWho].filter((part) => part !== "").join("; "),
});

/**
 * Changes the plan of an open launch (L1). What a signature covers is kept as it was, so that sign-offs know what became worse
 * (L5), and a change that makes somebody sign again says why; roles that grew by mistake are taken off by an admin with a
 * reason.
 * @throws AppError conflict with the launch as it is now; launch_closed; forbidden for roles; refused, naming the field
 */
export async function editLaunch(scope: Scope<"launch:edit">, edit: LaunchEdit, now: Date): Promise<Launch> {
  const { expectedVersion, reason = "", takeOff = [] } = edit;
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now, { also: await idsOf(tx, edit.services ?? []) });
    const { rows } = locked;
    if (rows.version !== expectedVersion) {
      const current = await changedLaunch(tx, scope, locked);
      const message = "Somebody else changed this launch first. Yours was not saved; compare the two.";
      throw new AppError("conflict", { message, current });
    }
    const named = edit.services ? servicesToLaunch(edit.services, locked.services) : null;
    if (named && rows.example && !(await areInvented(tx, named))) {
      const message = "This launch belongs to the example: plan another one for your own services.";
      refuseFields([{ field: "services", message }]);
    }
    const open = await evaluateLocked(tx, locked);
    const { evaluated } = open;
    const after = planAfter(rows, edit);
    if (dayText(after.targetDate) !== dayText(rows.targetDate)) {
      // Those of services that are taken off with it are withdrawn.
      const slugs = named?.map(({ slug }) => slug);
      const staying = evaluated.conditions.filter(({ service }) => slugs?.includes(service) ?? true);
      const problem = targetDateProblem(dayText(after.targetDate), staying);
      refuseFields(problem ? [problem] : []);
    }
    const personOf = await peopleNamed(
      tx,
      [
        {
          field: "facilitator",
          person: after.facilitatorId === rows.facilitatorId ? null : after.facilitatorId,
        },
      ],
      rows.example,
    );
    if (takeOff.length > 0) await takeRolesOff(tx, scope, locked, takeOff, reason, evaluated);
    const ids = rows.services.map(({ serviceId }) => serviceId);
    const idsAfter = named ? named.map(({ id }) => id) : ids;
    const was = await tx.person.findUniqueOrThrow({
      where: { id: rows.facilitatorId },
      select: { name: true },
    });
    const before = printed(rows, namesOf(locked, ids), was.name);
    const isHandedOver = after.facilitatorId !== rows.facilitatorId;
    const next = printed(
      after,
      namesOf(locked, idsAfter),
      isHandedOver ? personOf(after.facilitatorId).name : was.name,
    );
    const changes = changesOf(before, next);
    if (changes.length === 0 && takeOff.length === 0) return changedLaunch(tx, scope, locked);
    if (isReliedOn(changes, evaluated) && isBlank(reason))
      refuseFields([{ field: "reason", message: "Say why: others relied on it." }]);
    await withdrawConditions(tx, scope, locked, open, idsAfter);
    await write(tx, scope, locked, after, idsAfter);
    if (changes.length > 0) await writeEvent(tx, scope, rows.id, locked.at, "changed", { changes, reason });
    return changedLaunch(tx, scope, {
      ...locked,
      serviceIds: [...new Set([...locked.serviceIds, ...idsAfter])],
    });
  });
}

/** Names of services; those of one name, which may be of two teams, with their short names. */
const namesOf = ({ services }: LockedLaunch, ids: readonly string[]): string[] => {
  const all = [...services.values()];
  const isShared = (name: string) => all.filter((each) => each.name === name).length > 1;
  return ids
    .flatMap((id) => services.get(id) ?? [])
    .map(({ name, slug }) => (isShared(name) ? `${name} (${slug})` : name))
    .sort();
};

function changesOf(
  before: Record<LaunchField, string>,
  after: Record<LaunchField, string>,
): EventFacts["changed"]["changes"] {
  return (Object.keys(before) as LaunchField[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));
}

/** What was decided about the gaps of a service leaves with it: nobody can meet a condition of what is not launched (L2). */
async function withdrawConditions(
  tx: Tx,
  scope: Scope<"launch:edit">,
  { rows, at }: LockedLaunch,
  open: OpenLaunch,
  services: readonly string[],
): Promise<void> {
  const gone = { launchId: rows.id, supersededAt: null, serviceId: { notIn: [...services] } };
  const left = await tx.disposition.findMany({ where: gone, select: { id: true } });
  if (left.length === 0) return;
  await tx.disposition.updateMany({ where: gone, data: { supersededAt: at } });
  for (const { id, service, question, owner, state } of open.evaluated.conditions) {
    if ((state !== "open" && state !== "overdue") || !left.some((each) => each.id === id)) continue;
    await writeEvent(tx, scope, rows.id, at, "condition_changed", {
      ...{ condition: id, gap: gapRefOf(open, service, question), change: { change: "withdrawn" } },
      owner: await tx.person.findUniqueOrThrow({ where: { id: owner }, select: { id: true, name: true } }),
    });
  }
}

/** Whether somebody stands for a go of what is changed, and has to sign again (L5). */
const isReliedOn = (changes: EventFacts["changed"]["changes"], { roles }: Evaluated): boolean =>
  roles.some(({ signOff }) => whoSaysGo(signOff) !== null) &&
  changes.some(
    ({ field, from, to }) =>
      ["what", "undo", "services"].includes(field) || (field === "targetDate" && to < from),
  );

async function write(
  tx: Tx,
  scope: Scope<"launch:edit">,
  { rows, at }: LockedLaunch,
  plan: Plan,
  services: readonly string[],
): Promise<void> {
  const data = Object.fromEntries(COLUMNS.map((column) => [column, plan[column]])) as unknown as Plan;
  await tx.launch.update({
    where: { id: rows.id },
    data: {
      ...data,
      version: { increment: 1 },
      services: { deleteMany: {}, create: services.map((serviceId) => ({ serviceId })) },
    },
    select: { id: true },
  });
  const { what, undoHow, undoWho, targetDate } = plan;
  await tx.launchPlan.create({
    data: {
      ...{ launchId: rows.id, at, personId: scope.viewer.person.id, what, undoHow, undoWho, targetDate },
      services: [...services],
    },
    select: { id: true },
  });
}

async function takeRolesOff(
  tx: Tx,
  scope: Scope<"launch:edit">,
  { rows, at }: LockedLaunch,
  roles: readonly SignRole[],
  reason: string,
  { required, removable }: Evaluated,
): Promise<void> {
  if (!can(scope.viewer.actor, "launch:take_off_role", scope.resource))
    throw new AppError("forbidden", {
      message: "Only an admin takes a role off a launch. Nothing was changed.",
    });
  if (isBlank(reason))
    refuseFields([{ field: "reason", message: "Say why the role is not needed: the minutes show it." }]);
  refuseFields(
    roles
      .filter((role) => !removable.includes(role))
      .map((role) => ({
        field: "takeOff",
        message: required.includes(role)
          ? `This launch needs ${role} as it is.`
          : `This launch does not ask for ${role}.`,
      })),
  );
  for (const role of roles) {
    const where = { launchId_role: { launchId: rows.id, role } };
    await tx.launchRole.upsert({
      where,
      create: { launchId: rows.id, role, takenOffAt: at },
      update: { takenOffAt: at },
    });
    await writeEvent(tx, scope, rows.id, at, "role_taken_off", { role, reason });
  }
}
