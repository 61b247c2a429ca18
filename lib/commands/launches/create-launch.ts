import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "../../auth/scope";
import type { LaunchNew } from "../../contracts/launch-requests";
import type { Launch } from "../../contracts/launches";
import { type LockedService, lockServices } from "../../db/service-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import { dayAfter, dayOf } from "../../domain/as-of";
import { AppError, type FieldProblem } from "../../domain/errors";
import { GRACE_DAYS } from "../../domain/launch/outcome";
import { SIGN_ROLES } from "../../domain/launch/vocabulary";
import { readLaunch } from "../../queries/launches/launch";
import { dayColumn } from "../../queries/launches/launch-rows";
import { snapshotIn } from "../../snapshot/snapshot-at";
import { writeEvent } from "./lock-launch";
import { deputyProblem, type Named, peopleNamed } from "./people-of-launch";

/** @throws AppError refused for fields that were not accepted */
export function refuseFields(fields: readonly FieldProblem[]): void {
  const [first] = fields;
  if (first) throw new AppError("refused", { message: `${first.field}: ${first.message}`, fields });
}

/** Ids of the services that go by short names; those that are not there are left out. */
export async function idsOf(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const found = await tx.service.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true } });
  return found.map(({ id }) => id);
}

/**
 * Services that are to be launched, in the order in which they were named.
 * @param locked by id
 * @throws AppError refused for one that is not there, was deleted or is retired
 */
export function servicesToLaunch(
  slugs: readonly string[],
  locked: ReadonlyMap<string, LockedService>,
): LockedService[] {
  const bySlug = new Map([...locked.values()].map((service) => [service.slug, service]));
  refuseFields(
    slugs.flatMap((slug, index): FieldProblem[] => {
      const service = bySlug.get(slug);
      const field = `services.${index}`;
      if (!service || service.deletedAt) return [{ field, message: `There is no service "${slug}".` }];
      return service.lifecycle === "retired" ? [{ field, message: `${service.name} is retired.` }] : [];
    }),
  );
  return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
}

/** Whether all services came with the example: a launch of them leaves with it too. */
export const areInvented = async (tx: Tx, services: readonly { id: string }[]): Promise<boolean> =>
  (await tx.service.count({ where: { id: { in: services.map(({ id }) => id) }, example: false } })) === 0;

/** Plans a launch (L1). @throws AppError refused, naming the field, for services and people who cannot be named */
export async function createLaunch(
  scope: Scope<"launch:create">,
  body: LaunchNew,
  now: Date,
): Promise<Launch> {
  return inTransaction(async (tx) => {
    const locked = await lockServices(tx, await idsOf(tx, body.services), now, scope.viewer);
    const services = servicesToLaunch(body.services, locked);
    const at = services.reduce((latest, service) => (service.at > latest ? service.at : latest), now);
    const { signers = {}, deputies = {} } = body;
    const example = scope.viewer.person.example === true || (await areInvented(tx, services));
    const named: Named[] = [
      { field: "facilitator", person: body.facilitator },
      ...SIGN_ROLES.flatMap((role): Named[] => [
        { field: `signers.${role}`, person: signers[role], role },
        { field: `deputies.${role}`, person: deputies[role], role },
      ]),
    ];
    const personOf = await peopleNamed(tx, named, example);
    refuseFields(
      SIGN_ROLES.flatMap((role) => deputyProblem(role, signers[role] ?? null, deputies[role] ?? null) ?? []),
    );
    const snapshot = await snapshotIn(
      tx,
      at,
      services.map(({ id }) => id),
    );
    const earliest = dayAfter(dayOf(now, snapshot.timeZone), -GRACE_DAYS);
    if (body.targetDate < earliest)
      refuseFields([{ field: "targetDate", message: `Choose ${earliest} or a later day.` }]);
    const id = randomUUID();
    const covered = {
      what: body.what ?? "",
      undoHow: body.undo?.how ?? "",
      undoWho: body.undo?.who ?? "",
      targetDate: dayColumn(body.targetDate),
    };
    await tx.launch.create({
      data: {
        ...{ id, title: body.title, ...covered, worth: body.worth ?? "", onCall: body.onCall ?? "" },
        delayCostPerWeek: body.delayCostPerWeek ?? null,
        meetingAt: body.meetingAt ? new Date(body.meetingAt) : null,
        facilitatorId: body.facilitator,
        ...{ createdAt: at, createdById: scope.viewer.person.id, example },
        services: { create: services.map((service) => ({ serviceId: service.id })) },
        plans: {
          create: [
            { at, personId: scope.viewer.person.id, ...covered, services: services.map((each) => each.id) },
          ],
        },
        roles: {
          create: SIGN_ROLES.filter((role) => signers[role] || deputies[role]).map((role) => ({
            role,
            signerId: signers[role] ?? null,
            deputyId: deputies[role] ?? null,
          })),
        },
      },
      select: { id: true },
    });
    await writeEvent(tx, scope, id, at, "created", {
      title: body.title,
      targetDate: body.targetDate,
      services: services.map(({ name }) => name),
      facilitator: personOf(body.facilitator),
    });
    return readLaunch(id, scope.viewer.actor, snapshot);
  });
}
