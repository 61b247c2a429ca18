import "server-only";
import type { ConditionShown, DispositionShown, SignOffShown } from "../../contracts/launch-parts";
import type { Launch } from "../../contracts/launches";
import { reader } from "../../db/transaction";
import { mayReview } from "../../domain/launch/closing";
import type { EventFacts } from "../../domain/launch/events";
import type { LaunchFacts } from "../../domain/launch/facts";
import { overrulingRefusal } from "../../domain/launch/overruling";
import { SIGN_ROLES, type SignRole } from "../../domain/launch/vocabulary";
import { type Actor, can, type PolicyResource } from "../../domain/policy";
import { teamOf } from "../../snapshot/snapshot";
import { presentBecause, whoMade } from "./because";
import type { Evaluated } from "./evaluate";
import { gapsAndAgenda, lossOf, tradeOf } from "./launch-gaps";
import { dayText, type LaunchRows, type WholeLaunch } from "./launch-rows";
import { turnsOf } from "./turns";

/** What does not depend on who looks: what is frozen when a launch is closed (L9). */
export type SharedLaunch = Omit<Launch, "can" | "serviceStates"> & {
  serviceStates: Omit<Launch["serviceStates"][number], "can">[];
};

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What a launch's own row says, as the API has it. */
function planOf(rows: LaunchRows, slugOf: (id: string) => string) {
  const named = (who: "signerId" | "deputyId") =>
    Object.fromEntries(rows.roles.flatMap((each) => (each[who] ? [[each.role, each[who]]] : [])));
  return {
    ...{ id: rows.id, version: rows.version, state: rows.state, title: rows.title },
    services: rows.services.map(({ serviceId }) => slugOf(serviceId)).sort(),
    targetDate: dayText(rows.targetDate),
    meetingAt: text(rows.meetingAt),
    facilitator: rows.facilitatorId,
    ...{ what: rows.what, worth: rows.worth, delayCostPerWeek: rows.delayCostPerWeek, onCall: rows.onCall },
    undo: { how: rows.undoHow, who: rows.undoWho },
    signers: named("signerId") as Launch["signers"],
    deputies: named("deputyId") as Launch["deputies"],
    launchedWithoutGo: rows.withoutGo,
    reviewDueOn: rows.reviewDueOn && dayText(rows.reviewDueOn),
    reviewedAt: text(rows.reviewedAt),
    createdAt: rows.createdAt.toISOString(),
    createdBy: rows.createdById,
    closedAt: text(rows.closedAt),
    example: rows.example,
  };
}

async function signOffsOf(evaluated: Evaluated): Promise<SignOffShown[]> {
  const all = evaluated.signOffs.flatMap(({ because, overruling }) => [
    ...because,
    ...(overruling?.because ?? []),
  ]);
  const whoOf = await whoMade(evaluated, all);
  return evaluated.signOffs.map(({ row, because, overruling }) => ({
    ...{ id: row.id, role: row.role, person: row.personId, deputyFor: row.deputyForId },
    ...{ decision: row.decision, revision: row.revision, at: row.at.toISOString(), comment: row.comment },
    lookAgainOn: row.lookAgainOn && dayText(row.lookAgainOn),
    supersededAt: text(row.supersededAt),
    outOfDate: because.length > 0,
    because: presentBecause(because, whoOf),
    overruling: overruling && {
      id: overruling.row.id,
      person: overruling.row.personId,
      reason: overruling.row.reason,
      at: overruling.row.at.toISOString(),
      outOfDate: overruling.because.length > 0,
      because: presentBecause(overruling.because, whoOf),
    },
  }));
}

const dispositionsOf = ({ dispositions }: Evaluated): DispositionShown[] =>
  dispositions.map(({ row, service, question }) => ({
    ...{ id: row.id, service, question, kind: row.kind, by: row.byId, at: row.at.toISOString() },
    ...{ reason: row.reason, supersededAt: text(row.supersededAt), waiver: row.waiverId },
    condition: row.kind === "fix_before" ? row.id : null,
  }));

const conditionsOf = ({ conditions }: Evaluated): ConditionShown[] =>
  conditions.map(({ metAt, ...each }) => ({ ...each, metAt: text(metAt) }));

function meetingOf({ rows }: Evaluated<WholeLaunch>): Launch["meeting"] {
  const last = rows.events.findLast(({ kind }) => kind === "meeting_started");
  if (!last) return null;
  const { agenda } = last.details as unknown as EventFacts["meeting_started"];
  return {
    startedAt: last.at.toISOString(),
    agenda: agenda.map(({ service, question, part }) => ({ service, question, part })),
  };
}

/** Everybody who is named, by id: one statement. */
async function peopleOf(shown: Omit<SharedLaunch, "people">): Promise<Launch["people"]> {
  const signOffs = shown.signOffs.flatMap(({ person, deputyFor, because, overruling }) => [
    ...[person, deputyFor, overruling?.person],
    ...[...because, ...(overruling?.because ?? [])].map(({ by }) => by),
  ]);
  const ids = [
    ...[shown.facilitator, shown.createdBy, shown.carried.by],
    ...Object.values(shown.signers),
    ...Object.values(shown.deputies),
    ...signOffs,
    ...shown.dispositions.map(({ by }) => by),
    ...shown.conditions.map(({ owner }) => owner),
    ...[...shown.gaps, ...shown.agendaAnswers].flatMap(({ savedBy, owner }) => [savedBy, owner]),
  ].filter((id) => id !== null && id !== undefined);
  const rows = await reader().person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, disabledAt: true },
  });
  return Object.fromEntries(
    rows.map(({ id, name, disabledAt }) => [id, { id, name, disabled: disabledAt !== null }]),
  );
}

/** An open launch as it stands, the same for everybody. @param revision of the facts */
export async function sharedLaunch(
  evaluated: Evaluated<WholeLaunch>,
  facts: LaunchFacts,
  revision: string,
): Promise<SharedLaunch> {
  const { rows, history, services, required, outcome } = evaluated;
  const { snapshot } = history;
  const { gaps, agenda, agendaAnswers } = await gapsAndAgenda(evaluated, facts);
  const carried = gaps.filter((gap) => gap.carried);
  const last = rows.events.findLast(({ kind }) => kind === "carried");
  const shown = {
    ...planOf(rows, (id) => snapshot.byId.get(id)?.slug ?? id),
    requiredRoles: [...required],
    twoPeople: evaluated.twoPeople,
    revision,
    outcome: outcome.outcome,
    outcomeReasons: outcome.reasons,
    overObjection: outcome.overObjection,
    blockers: [...evaluated.blockers],
    dispositions: dispositionsOf(evaluated),
    conditions: conditionsOf(evaluated),
    signOffs: await signOffsOf(evaluated),
    serviceStates: services.map(({ slug, facts: each, standing, score, gaps: open, blockers }) => {
      const team = teamOf(snapshot, each.teamId);
      const checklist = facts.services.find(({ service }) => service === slug)?.checklist;
      return {
        ...(checklist ? { checklist } : {}),
        ...{ service: slug, name: each.name, team: team.slug, teamName: team.name, tier: each.tier },
        ...{ lifecycle: each.lifecycle, standing, score, gaps: open, blockers },
      };
    }),
    gaps,
    carried: {
      count: carried.length,
      expectedLoss:
        snapshot.pricing.priced === 0 ? null : lossOf(carried.map(({ expectedLoss }) => expectedLoss)),
      by: last?.personId ?? null,
      at: text(last?.at ?? null),
    },
    trade: tradeOf(evaluated, gaps),
    turns: turnsOf(evaluated),
    agenda: agenda.map(({ service, question, part }) => ({ service, question, part })),
    agendaAnswers,
    meeting: meetingOf(evaluated),
  };
  return { ...shown, people: await peopleOf(shown) };
}

/** The roles for which somebody is named, as signer or as deputy. */
const rolesOfSigner = ({ signers, deputies, requiredRoles }: SharedLaunch, person: string): SignRole[] =>
  SIGN_ROLES.filter(
    (role) => requiredRoles.includes(role) && (signers[role] === person || deputies[role] === person),
  );

/** Whether an actor can overrule a no_go as the launch stands (L6). */
const mayOverrule = ({ roles, undisposed }: Evaluated, actor: Actor): boolean =>
  roles.some(
    ({ role, signOff }) =>
      signOff !== null &&
      overrulingRefusal({
        ...{ person: actor.id, byPerson: actor.scopes === undefined, executive: actor.executive },
        ...{ role, signOff, inForce: true, roles, closed: false, blockersOpen: undisposed.length > 0 },
      }) === null,
  );

/** What it depends on what may be done with a launch, besides who asks. */
export interface RightsContext {
  /** While it is open; null once it is closed. */
  open: Evaluated | null;
  /** While a review is due: who launched it, and how many people can sign in (L9); else null. */
  review: { launchedBy: string; people: number } | null;
}

/** The same as an actor sees it, with what they may do. @param teamIdOf of its services, by their short names */
export function launchFor(
  shared: SharedLaunch,
  { open, review }: RightsContext,
  actor: Actor,
  resource: PolicyResource,
  teamIdOf: (service: string) => string | null,
): Launch {
  const may = (action: Parameters<typeof can>[1]) => can(actor, action, resource);
  const isOpen = open !== null;
  return {
    ...shared,
    serviceStates: shared.serviceStates.map((each) => {
      const teamId = teamIdOf(each.service);
      const on = { teamId };
      return { ...each, can: { answer: can(actor, "answer:save", on), plan: can(actor, "gap:plan", on) } };
    }),
    can: {
      edit: isOpen && may("launch:edit"),
      dispose: isOpen && may("launch:dispose"),
      nameSigner: isOpen && may("launch:name_signer"),
      replaceSigner: isOpen && may("launch:replace_signer"),
      takeOff: open && may("launch:take_off_role") ? [...open.removable] : [],
      sign: isOpen && may("launch:sign") ? rolesOfSigner(shared, actor.id) : [],
      overrule: isOpen && may("launch:overrule") && mayOverrule(open, actor),
      close: isOpen && may("launch:close"),
      closeWithoutGo: isOpen && may("launch:close_without_go"),
      note: isOpen && may("launch:note"),
      correct: may("launch:note"),
      review:
        review !== null && may("launch:review") && mayReview(actor.id, review.launchedBy, review.people),
    },
  };
}
