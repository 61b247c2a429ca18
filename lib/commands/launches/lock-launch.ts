import "server-only";
import type { Scope } from "../../auth/scope";
import type { Launch } from "../../contracts/launches";
import { audit } from "../../db/audit";
import { latest } from "../../db/latest";
import { type LockedService, lockServices } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import type { EventFacts, EventKind, GapRef } from "../../domain/launch/events";
import type { Action } from "../../domain/policy";
import { type OpenLaunch, openLaunch, readLaunch } from "../../queries/launches/launch";
import { type LaunchRows, loadWholeLaunch, type WholeLaunch } from "../../queries/launches/launch-rows";
import { snapshotIn } from "../../snapshot/snapshot-at";
import { noteOutcome } from "./note-outcome";

/** A scope over a launch that is there. */
export type LaunchScope = Scope<Extract<Action, `launch:${string}`> & Exclude<Action, "launch:list">>;

/** A launch that nobody else changes until the transaction ends, and none of its services either. */
export interface LockedLaunch {
  rows: WholeLaunch;
  /** By id, those that are on it or are to come to it. */
  services: ReadonlyMap<string, LockedService>;
  /** Also of those that were on it once. */
  serviceIds: readonly string[];
  /** When what is done now is dated: after everything that happened to any of them. */
  at: Date;
}

/** The refusal of what only an open launch takes. */
export const launchClosed = ({ state }: LaunchRows) =>
  new AppError("launch_closed", {
    message: `This launch was ${state === "launched" ? "launched" : "called off"} already: outcome and sign-offs stay as they are.`,
  });

/**
 * Locks the launch of a scope with its services.
 * @param also ids of services that are to come to it
 * @throws AppError not_found; launch_closed unless `evenClosed`
 */
export async function lockLaunch(
  tx: Tx,
  scope: LaunchScope,
  now: Date,
  { also, evenClosed = false }: { also?: readonly string[]; evenClosed?: boolean } = {},
): Promise<LockedLaunch> {
  const locked = await lockLaunchById(tx, scope.resource.id ?? "", now, { also, by: scope.viewer });
  if (locked.rows.state !== "open" && !evenClosed) throw launchClosed(locked.rows);
  return locked;
}

/**
 * Locks the services of a launch in the order of their ids, then the launch: the one order of all who lock both.
 * @param also ids of services that are to come to it @param by who does it; nobody, where time does
 * @throws AppError not_found
 */
export async function lockLaunchById(
  tx: Tx,
  id: string,
  now: Date,
  { also = [], by }: { also?: readonly string[] | undefined; by?: LaunchScope["viewer"] } = {},
): Promise<LockedLaunch> {
  const servicesOf = () =>
    tx.launchService.findMany({
      where: { launchId: id },
      select: { serviceId: true },
      orderBy: { serviceId: "asc" },
    });
  const before = (await servicesOf()).map(({ serviceId }) => serviceId);
  const services = await lockServices(tx, [...new Set([...before, ...also])], now, by);
  const found = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Launch" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const rows = found.length === 0 ? null : await loadWholeLaunch(id);
  if (!rows) throw new AppError("not_found", { message: "This launch no longer exists." });
  // Somebody put another service on it while this waited: a deadlock that may come of the order is tried again.
  const later = rows.services.map(({ serviceId }) => serviceId).filter((each) => !services.has(each));
  for (const [serviceId, service] of await lockServices(tx, later, now, by)) services.set(serviceId, service);
  const last = await tx.launchEvent.findFirst({
    where: { launchId: id },
    orderBy: { id: "desc" },
    select: { at: true },
  });
  const at = [...services.values()].reduce(
    (latestAt, service) => (service.at > latestAt ? service.at : latestAt),
    latest(now, { after: last?.at }),
  );
  const serviceIds = [...new Set([...rows.plans.flatMap((plan) => plan.services), ...services.keys()])];
  return { rows, services, serviceIds, at };
}

/**
 * Evaluates a locked launch as this transaction sees it. What became of its outcome with nobody saving anything on it is
 * written down first, so that its minutes never tell of what is done now before that.
 */
export async function evaluateLocked(tx: Tx, { rows, serviceIds, at }: LockedLaunch): Promise<OpenLaunch> {
  const open = await openLaunch(rows, await snapshotIn(tx, at, serviceIds));
  if (rows.state === "open") await noteOutcome(tx, open.evaluated);
  return open;
}

/** The launch as it is by now, for who changed it; what that makes of its outcome is written down. */
export async function changedLaunch(
  tx: Tx,
  scope: LaunchScope,
  { rows, serviceIds, at }: LockedLaunch,
): Promise<Launch> {
  const snapshot = await snapshotIn(tx, at, serviceIds);
  return readLaunch(
    rows.id,
    scope.viewer.actor,
    snapshot,
    async (evaluated) => void (await noteOutcome(tx, evaluated)),
  );
}

/** Writes down what somebody did to a launch: for its minutes, and for the audit trail (L9). */
export async function writeEvent<Kind extends EventKind>(
  tx: Tx,
  scope: LaunchScope,
  launchId: string,
  at: Date,
  kind: Kind,
  facts: EventFacts[Kind],
): Promise<void> {
  await tx.launchEvent.create({
    data: { launchId, at, personId: scope.viewer.person.id, kind, details: facts as object },
    select: { id: true },
  });
  await audit(tx, scope, { action: `launch.${kind}`, subject: ["launch", launchId], details: facts }, at);
}

/** A gap of a launch as its events name it. @throws AppError refused when its services are not asked the question */
export function gapRefOf({ evaluated, facts }: OpenLaunch, service: string, question: string): GapRef {
  const own = facts.services.find((each) => each.service === service);
  const found = own?.questions.find((each) => each.question === question);
  if (!own || !found) {
    const isOn = evaluated.services.some(({ slug }) => slug === service);
    const [field, message] = isOn
      ? ["question", "This question is not asked of the service."]
      : ["service", "This service is not on the launch."];
    throw new AppError("refused", { message: `${field}: ${message}`, fields: [{ field, message }] });
  }
  return { service, serviceName: own.name, question, title: found.title };
}
