import "server-only";
import type { Scope } from "../../auth/scope";
import type { Launch } from "../../contracts/launches";
import { isNotWritable } from "../../db/errors";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import type { LaunchFacts } from "../../domain/launch/facts";
import type { Action, Actor, PolicyResource } from "../../domain/policy";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { type Evaluated, enabledPeople, evaluate, waiverStates } from "./evaluate";
import { launchFacts, textsOfAnswers } from "./launch-facts";
import { type LaunchRows, loadLaunchRows } from "./launch-rows";
import { launchFor, type SharedLaunch, sharedLaunch } from "./present";
import { type Revision, revisionOf } from "./revision";

/** A launch that is open, with its revision. */
export interface OpenLaunch {
  evaluated: Evaluated;
  facts: LaunchFacts;
  revision: Revision;
}

/** Evaluates an open launch by a snapshot, texts and revision included. @param rows as they were then, for one of the past */
export async function openLaunch(rows: LaunchRows, snapshot: Snapshot): Promise<OpenLaunch> {
  const waivers = await waiverStates([rows], snapshot.past ? snapshot.at : null);
  const evaluated = await evaluate(rows, snapshot, { waivers, people: await enabledPeople() });
  const texts = await textsOfAnswers(evaluated.services, snapshot.timeZone);
  const facts = launchFacts(evaluated, texts);
  return { evaluated, facts, revision: revisionOf(facts) };
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
  onOpen?: (evaluated: Evaluated) => Promise<void>,
): Promise<Launch> {
  const [rows] = await loadLaunchRows({ id });
  if (!rows) throw new AppError("not_found", { message: "This launch is not there any more." });
  const { shared, open } = rows.frozen ? closedLaunch(rows) : await shownLaunch(rows, snapshot, onOpen);
  const teams = new Map(snapshot.services.map((then) => [then.slug, then.facts.teamId]));
  const resource = resourceOfLaunch(rows, snapshot);
  return launchFor(shared, open, actor, resource, (service) => teams.get(service) ?? null);
}

/** A launch for everybody, and how it stands while it is open. */
interface Shown {
  shared: SharedLaunch;
  open: Evaluated | null;
}

async function shownLaunch(
  rows: LaunchRows,
  snapshot: Snapshot,
  onOpen?: (evaluated: Evaluated) => Promise<void>,
): Promise<Shown> {
  const open = await openLaunch(rows, snapshot);
  await onOpen?.(open.evaluated);
  await noteShown(open).catch((error: unknown) => {
    // Where nothing can be written nobody can sign either; it can be read all the same.
    if (!isNotWritable(error)) throw error;
  });
  const shared = await sharedLaunch(open.evaluated, open.facts, open.revision.hash);
  return { shared, open: open.evaluated };
}

/** What was frozen when it was closed, with what happened to the launch itself since. */
function closedLaunch(rows: LaunchRows): Shown {
  const frozen = rows.frozen as unknown as SharedLaunch;
  const isReviewDue = rows.reviewDueOn !== null && rows.reviewedAt === null;
  const shared: SharedLaunch = {
    ...frozen,
    version: rows.version,
    state: rows.state,
    closedAt: rows.closedAt?.toISOString() ?? null,
    launchedWithoutGo: rows.withoutGo,
    reviewDueOn: rows.reviewDueOn?.toISOString().slice(0, 10) ?? null,
    reviewedAt: rows.reviewedAt?.toISOString() ?? null,
    turns: isReviewDue
      ? [
          {
            ...{ what: "review", role: null, service: null, question: null, people: [] },
            dueOn: rows.reviewDueOn?.toISOString().slice(0, 10) ?? null,
          },
        ]
      : [],
  };
  return { shared, open: null };
}

/** A launch. @throws AppError not_found */
export async function loadLaunch(scope: Scope<Extract<Action, "launch:read">>, now: Date): Promise<Launch> {
  return readLaunch(scope.resource.id ?? "", scope.viewer.actor, await snapshotNow(now));
}
