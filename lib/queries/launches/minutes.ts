import "server-only";
import type { Scope } from "../../auth/scope";
import type { MinutesQuery, MinutesShown } from "../../contracts/minutes";
import type { Streamed } from "../../contracts/operation";
import { isUnmet } from "../../domain/launch/conditions";
import { type Minutes, minutesOf } from "../../domain/launch/minutes";
import { minutesMarkdown } from "../../domain/launch/minutes-markdown";
import { needsTwoPeople } from "../../domain/launch/roles";
import type { LaunchState } from "../../domain/launch/vocabulary";
import { can } from "../../domain/policy";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { type Evaluated, evaluate } from "./evaluate";
import { eventsOf } from "./events";
import { resourceOfLaunch, wholeLaunch, withRevision } from "./launch";
import { dayText, type WholeLaunch } from "./launch-rows";
import type { SharedLaunch } from "./present";

/**
 * That two people would have had to sign, and one did because the organisation had no other (L1): as of when the launch was
 * closed, or as it stands.
 */
function isOnlyPerson({ required, twoPeople, signOffs }: Evaluated, frozen: SharedLaunch | null): boolean {
  const roles = frozen?.requiredRoles ?? required;
  const isSigned = signOffs.some(({ row }) => row.supersededAt === null && row.decision === "go");
  return isSigned && needsTwoPeople(roles, Number.POSITIVE_INFINITY) && !(frozen?.twoPeople ?? twoPeople);
}

/** The minutes of a launch as of now (L9), with what it takes to show them. @throws AppError not_found */
export async function loadMinutesPage(
  scope: Scope<"launch:read">,
  now: Date,
): Promise<{ minutes: Minutes; state: LaunchState; services: string[]; canCorrect: boolean }> {
  const { rows, snapshot, minutes } = await read(scope.resource.id ?? "", now);
  return {
    ...{ minutes, state: rows.state },
    services: rows.services.flatMap(({ serviceId }) => snapshot.byId.get(serviceId)?.slug ?? []),
    canCorrect: can(scope.viewer.actor, "launch:note", resourceOfLaunch(rows, snapshot)),
  };
}

/** The minutes of a launch as of now (L9). @throws AppError not_found */
export const readMinutes = async (id: string, now: Date): Promise<Minutes> => (await read(id, now)).minutes;

async function read(
  id: string,
  now: Date,
): Promise<{ rows: WholeLaunch; snapshot: Snapshot; minutes: Minutes }> {
  const snapshot = await snapshotNow(now);
  const rows = await wholeLaunch(id);
  const evaluated = await evaluate(rows, snapshot);
  const frozen = rows.frozen as unknown as SharedLaunch | null;
  const conditions = frozen?.conditions ?? evaluated.conditions;
  const minutes = minutesOf(await eventsOf(evaluated), {
    ...{ title: rows.title, state: rows.state, targetDate: dayText(rows.targetDate) },
    outcome: frozen?.outcome ?? evaluated.outcome.outcome,
    conditionsOpen: conditions.filter(isUnmet).length,
    timeZone: snapshot.timeZone,
    currency: snapshot.model.currency,
    onlyPerson: isOnlyPerson(evaluated, frozen),
    revision: frozen?.revision ?? (await withRevision(evaluated)).revision.hash,
  });
  return { rows, snapshot, minutes };
}

/** Minutes as the API shows them. */
const presentMinutes = (minutes: Minutes): MinutesShown =>
  JSON.parse(JSON.stringify(minutes)) as MinutesShown;

const once = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

/** The minutes of a launch, as JSON or Markdown. */
export async function loadMinutes(
  scope: Scope<"launch:read">,
  { format = "json" }: MinutesQuery,
  now: Date,
): Promise<Streamed> {
  const minutes = await readMinutes(scope.resource.id ?? "", now);
  if (format === "json") {
    return { contentType: "application/json", body: once(JSON.stringify(presentMinutes(minutes))) };
  }
  return {
    contentType: "text/markdown; charset=utf-8",
    body: once(minutesMarkdown(minutes)),
    headers: { "content-disposition": 'inline; filename="minutes.md"' },
  };
}
