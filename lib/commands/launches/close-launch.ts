import "server-only";
import type { Scope } from "../../auth/scope";
import type { ClosingNew } from "../../contracts/launch-requests";
import type { Launch } from "../../contracts/launches";
import { audit } from "../../db/audit";
import { recordReadiness } from "../../db/record-readiness";
import { givenAnswersOf, type LockedService } from "../../db/service-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import { dayOf } from "../../domain/as-of";
import { AppError } from "../../domain/errors";
import { closedAtProblem, closingRefusal, isWithoutGo, reviewDueOn } from "../../domain/launch/closing";
import { can } from "../../domain/policy";
import { isBlank } from "../../domain/text";
import { type OpenLaunch, openLaunch } from "../../queries/launches/launch";
import { dayColumn } from "../../queries/launches/launch-rows";
import { sharedLaunch } from "../../queries/launches/present";
import { rowsAt } from "../../queries/launches/rows-at";
import { snapshotIn } from "../../snapshot/snapshot-at";
import { appendFacts } from "../services/facts";
import { refuseFields } from "./create-launch";
import {
  changedLaunch,
  evaluateLocked,
  type LockedLaunch,
  launchClosed,
  lockLaunch,
  writeEvent,
} from "./lock-launch";

/** The launch as it was when it happened: now, or at an instant of the last days, with what was known and signed by then. */
async function evaluateAt(tx: Tx, locked: LockedLaunch, at: Date | null): Promise<OpenLaunch> {
  if (at === null) return evaluateLocked(tx, locked);
  const present = await snapshotIn(tx, locked.at, locked.serviceIds);
  const happened = at < locked.rows.createdAt ? locked.rows.createdAt : at;
  return openLaunch(rowsAt(locked.rows, happened), await present.asOf(happened));
}

/**
 * Says that a launch was launched or called off (L9): outcome and sign-offs are frozen as they were then. Launched on anything
 * but a plain go it is flagged, needs a reason, an admin or executive, and a review within five working days. Launched moves its
 * services to live.
 * @throws AppError forbidden, launch_closed, reason_needed; refused for an instant that is to come or more than 7 days ago
 */
export async function closeLaunch(
  scope: Scope<"launch:close">,
  { as, reason = "", at: happenedAt }: ClosingNew,
  now: Date,
): Promise<Launch> {
  const { viewer, resource } = scope;
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now, { evenClosed: true });
    const { rows } = locked;
    if (rows.state !== "open") throw launchClosed(rows);
    const closedAt = happenedAt === undefined ? null : new Date(happenedAt);
    const problem = closedAt && closedAtProblem(closedAt, now);
    refuseFields(problem ? [problem] : []);
    const open = await evaluateAt(tx, locked, closedAt);
    const { outcome } = open.evaluated.outcome;
    const refusal = closingRefusal({
      ...{ as, outcome, reasoned: !isBlank(reason) },
      mayClose: can(viewer.actor, "launch:close", resource),
      mayLaunchWithoutGo: can(viewer.actor, "launch:close_without_go", resource),
    });
    if (refusal === "forbidden") {
      const message =
        "The outcome is not a plain go: only an admin or executive can launch without one, with a reason.";
      throw new AppError("forbidden", { message });
    }
    if (refusal === "reason_needed") {
      const message = "Say why it is launched without a go: the minutes show it.";
      throw new AppError("reason_needed", { message, fields: [{ field: "reason", message }] });
    }
    const { timeZone } = open.evaluated.history.snapshot;
    const closedOn = dayOf(closedAt ?? locked.at, timeZone);
    const withoutGo = isWithoutGo(as, outcome);
    const frozen = await sharedLaunch(open.evaluated, open.facts, open.revision.hash);
    await tx.launchRevision.createMany({
      data: [
        {
          launchId: rows.id,
          hash: open.revision.hash,
          bytes: open.revision.bytes,
          shownAt: closedAt ?? locked.at,
        },
      ],
      skipDuplicates: true,
    });
    await tx.launch.update({
      where: { id: rows.id },
      data: {
        state: as,
        closedAt: closedAt ?? locked.at,
        frozen: frozen as object,
        withoutGo,
        reviewDueOn: withoutGo ? dayColumn(reviewDueOn(closedOn)) : null,
        notedOutcome: outcome,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await writeEvent(tx, scope, rows.id, locked.at, "closed", { as, closedOn, outcome, reason });
    if (as === "launched") await goLive(tx, scope, launchedOf(locked, open), rows.title);
    return changedLaunch(tx, scope, locked);
  });
}

/** The services that were on a launch when it happened. */
const launchedOf = ({ services }: LockedLaunch, { evaluated }: OpenLaunch): LockedService[] =>
  evaluated.rows.services.flatMap(({ serviceId }) => services.get(serviceId) ?? []);

/** Moves the services of a launch to live, where they were not. */
async function goLive(
  tx: Tx,
  scope: Scope<"launch:close">,
  services: readonly LockedService[],
  title: string,
): Promise<void> {
  const moved = services.filter(({ lifecycle, deletedAt }) => lifecycle !== "live" && deletedAt === null);
  if (moved.length === 0) return;
  const answers = await givenAnswersOf(
    tx,
    moved.map(({ id }) => id),
  );
  const after = moved.map((service): LockedService => ({ ...service, lifecycle: "live" }));
  for (const service of after) {
    await tx.service.update({
      where: { id: service.id },
      data: { lifecycle: "live", version: { increment: 1 } },
      select: { id: true },
    });
    await appendFacts(tx, service, { personId: scope.viewer.person.id, reason: "" }, service.at);
    const details = { lifecycle: "live", launch: title };
    await audit(
      tx,
      scope,
      { action: "service.edited", subject: ["service", service.id], details },
      service.at,
    );
  }
  await recordReadiness(
    tx,
    after.map((service) => ({
      service,
      cause: "facts" as const,
      at: service.at,
      answers: answers(service.id),
    })),
  );
}
