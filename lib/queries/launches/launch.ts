import "server-only";
import type { Scope } from "../../auth/scope";
import type { Launch, LaunchEvents } from "../../contracts/launches";
import { isNotWritable } from "../../db/errors";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import type { LaunchFacts } from "../../domain/launch/facts";
import type { Action, Actor, PolicyResource } from "../../domain/policy";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { type Evaluated, enabledPeople, evaluate } from "./evaluate";
import { presentEvents } from "./events";
import { launchFacts, textsOfAnswers } from "./launch-facts";
import { dayText, type LaunchRows, loadWholeLaunch, type WholeLaunch } from "./launch-rows";
import { launchFor, type RightsContext, type SharedLaunch, sharedLaunch } from "./present";
import { type Revision, revisionOf } from "./revision";
import { reviewTurns } from "./turns";

/** A launch that is open, with its revision. */
export interface OpenLaunch {
  evaluated: Evaluated<WholeLaunch>;
  facts: LaunchFacts;
  /** Worked out when it is asked for: most of what is done to a launch signs nothing. */
  readonly revision: Revision;
}

/** An evaluated launch with its texts, and the revision that it is. */
export async function withRevision(evaluated: Evaluated<WholeLaunch>): Promise<OpenLaunch> {
  const texts = await textsOfAnswers(evaluated.services, evaluated.history.snapshot.timeZone);
  const facts = launchFacts(evaluated, texts);
  let revision: Revision | null = null;
  return {
    ...{ evaluated, facts },
    get revision() {
      revision ??= revisionOf(facts);
      return revision;
    },
  };
}

/** Evaluates an open launch by a snapshot, texts and revision included. */
export const openLaunch = async (rows: WholeLaunch, snapshot: Snapshot): Promise<OpenLaunch> =>
  withRevision(await evaluate(rows, snapshot));

/** The rows of a launch. @throws AppError not_found */
export async function wholeLaunch(id: string): Promise<WholeLaunch> {
  const rows = await loadWholeLaunch(id);
  if (rows) return rows;
  throw new AppError("not_found", { message: "This launch no longer exists." });
}

/**
 * Notes that a state was shown, from now on known (L3): its bytes are stored once. Where the launch got worse since the state
 * was last shown and has come back to the same one, it counts as seen anew.
 */
async function noteShown({ evaluated, facts, revision }: OpenLaunch): Promise<void> {
  const { rows, history } = evaluated;
  const at = history.trueAt;
  const where = { launchId_hash: { launchId: rows.id, hash: revision.hash } };
  const known = await reader().launchRevision.findUnique({ where, select: { shownAt: true } });
  if (!known) {
    await reader().launchRevision.createMany({
      data: [{ launchId: rows.id, hash: revision.hash, bytes: revision.bytes, shownAt: at }],
      skipDuplicates: true,
    });
  } else if (known.shownAt < at && history.worseSince(facts, known.shownAt).length > 0) {
    await reader().launchRevision.updateMany({
      where: { launchId: rows.id, hash: revision.hash, shownAt: { lt: at } },
      data: { shownAt: at },
    });
  }
}

/** Who may what with a launch. */
export const resourceOfLaunch = (rows: LaunchRows, snapshot: Snapshot): PolicyResource => ({
  teamId: null,
  launch: {
    teamIds: rows.services.flatMap(({ serviceId }) => snapshot.byId.get(serviceId)?.facts.teamId ?? []),
    facilitatorId: rows.facilitatorId,
    signerIds: rows.roles
      .flatMap(({ signerId, deputyId }) => [signerId, deputyId])
      .filter((id) => id !== null),
  },
});

type OnOpen = (evaluated: Evaluated) => Promise<void>;

/**
 * A launch as an actor sees it by a snapshot; what is shown of an open one is a revision from then on. One that is closed is
 * shown as it was when it was closed (L9).
 * @param onOpen is told how an open one stands
 * @throws AppError not_found
 */
export async function readLaunch(
  id: string,
  actor: Actor,
  snapshot: Snapshot,
  onOpen?: OnOpen,
): Promise<Launch> {
  const rows = await wholeLaunch(id);
  if (rows.state !== "open") return launchAs(actor, rows, snapshot, closedLaunch(rows), null);
  const open = await evaluate(rows, snapshot);
  return launchAs(actor, rows, snapshot, await shownLaunch(open, onOpen), open);
}

/** What the right to the review of a launch depends on (L9); null while none is due. */
async function reviewContext(rows: WholeLaunch): Promise<RightsContext["review"]> {
  if (rows.reviewDueOn === null || rows.reviewedAt !== null) return null;
  const closed = await reader().launchEvent.findFirst({
    where: { launchId: rows.id, kind: "closed" },
    select: { personId: true },
  });
  return { launchedBy: closed?.personId ?? "", people: await enabledPeople() };
}

/** @param open how it stands; null once it is closed */
async function launchAs(
  actor: Actor,
  rows: WholeLaunch,
  snapshot: Snapshot,
  shared: SharedLaunch,
  open: Evaluated | null,
): Promise<Launch> {
  const teams = new Map(
    rows.services
      .flatMap(({ serviceId }) => snapshot.byId.get(serviceId) ?? [])
      .map(({ slug, facts }) => [slug, facts.teamId]),
  );
  const resource = resourceOfLaunch(rows, snapshot);
  const context = { open, review: await reviewContext(rows) };
  return launchFor(shared, context, actor, resource, (service) => teams.get(service) ?? null);
}

async function shownLaunch(evaluated: Evaluated<WholeLaunch>, onOpen?: OnOpen): Promise<SharedLaunch> {
  const open = await withRevision(evaluated);
  await onOpen?.(evaluated);
  await noteShown(open).catch((error: unknown) => {
    // Where nothing can be written nobody can sign either; it can be read all the same.
    if (!isNotWritable(error)) throw error;
  });
  return sharedLaunch(evaluated, open.facts, open.revision.hash);
}

/** What was frozen when it was closed, with what happened to the launch itself since. */
function closedLaunch(rows: WholeLaunch): SharedLaunch {
  return {
    ...(rows.frozen as unknown as SharedLaunch),
    version: rows.version,
    state: rows.state,
    closedAt: rows.closedAt?.toISOString() ?? null,
    launchedWithoutGo: rows.withoutGo,
    reviewDueOn: rows.reviewDueOn && dayText(rows.reviewDueOn),
    reviewedAt: rows.reviewedAt?.toISOString() ?? null,
    turns: reviewTurns(rows),
  };
}

/** A launch. @throws AppError not_found */
export async function loadLaunch(scope: Scope<Extract<Action, "launch:read">>, now: Date): Promise<Launch> {
  return readLaunch(scope.resource.id ?? "", scope.viewer.actor, await snapshotNow(now));
}

/** A launch with what happened to it, evaluated once for both. @throws AppError not_found */
export async function loadLaunchWithEvents(
  scope: Scope<"launch:read">,
  now: Date,
): Promise<{ launch: Launch; events: LaunchEvents["items"] }> {
  const snapshot = await snapshotNow(now);
  const rows = await wholeLaunch(scope.resource.id ?? "");
  const evaluated = await evaluate(rows, snapshot);
  const isOpen = rows.state === "open";
  const shared = isOpen ? await shownLaunch(evaluated) : closedLaunch(rows);
  const { items } = await presentEvents(evaluated);
  const launch = await launchAs(scope.viewer.actor, rows, snapshot, shared, isOpen ? evaluated : null);
  return { launch, events: items };
}
