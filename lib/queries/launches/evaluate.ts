import "server-only";
import { reader } from "../../db/transaction";
import { countingDispositions, undisposed } from "../../domain/launch/dispositions";
import { isBlocker } from "../../domain/launch/facts";
import type { Because } from "../../domain/launch/out-of-date";
import { type OutcomeResult, outcomeOf, type RoleState } from "../../domain/launch/outcome";
import { mayTakeOff, needsTwoPeople, requiredRoles, rolesOff } from "../../domain/launch/roles";
import { SIGN_ROLES, type SignRole } from "../../domain/launch/vocabulary";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import type { ConditionThen, DispositionThen } from "./decisions";
import { LaunchHistory } from "./launch-history";
import { dayText, type LaunchRows } from "./launch-rows";
import { type LaunchWaiver, stateOfWaiver, waiversOf } from "./launch-waivers";
import { factsOfRevisions } from "./revision";
import { serviceState } from "./service-states";

type SignOffRow = LaunchRows["signOffs"][number];

/** A sign-off with why it is out of date (L5); a no_go never is, and neither is one that is superseded. */
export interface SignOffThen {
  row: SignOffRow;
  because: Because[];
  /** The last overruling of a no_go; null without one. */
  overruling: { row: SignOffRow["overrulings"][number]; because: Because[] } | null;
}

/** A blocker, and the disposition that it is disposed of by; null while it is not. */
export interface BlockerThen {
  service: string;
  question: string;
  disposition: string | null;
}

/** Everything that follows from the rows of a launch and one snapshot. */
export interface Evaluated<Rows extends LaunchRows = LaunchRows> {
  rows: Rows;
  history: LaunchHistory;
  /** See waiversOf. */
  waivers: ReadonlyMap<string, readonly LaunchWaiver[]>;
  /** Those that are on it now, by short name. */
  services: readonly ServiceThen[];
  required: readonly SignRole[];
  /** Those that were taken off, and that no tier has asked for since (L1). */
  off: readonly SignRole[];
  /** Those of the required ones that an admin may take off (L1). */
  removable: readonly SignRole[];
  /** Of every role that is required, or that somebody is named for or has signed. */
  roles: readonly RoleState[];
  twoPeople: boolean;
  /** Of both, the last one of a gap that counts has `counts`. */
  dispositions: readonly (DispositionThen & { counts: boolean })[];
  conditions: readonly ConditionThen[];
  blockers: readonly BlockerThen[];
  undisposed: readonly BlockerThen[];
  signOffs: readonly SignOffThen[];
  outcome: OutcomeResult;
}

/** How many people there are who can sign in (L1, L8). */
export const enabledPeople = (): Promise<number> =>
  reader().person.count({ where: { disabledAt: null, example: false } });

/** Judges sign-offs: those in force by what has become worse since what they saw (L5). */
async function judged(rows: LaunchRows, history: LaunchHistory): Promise<SignOffThen[]> {
  const inForce = rows.signOffs.filter(({ supersededAt }) => supersededAt === null);
  const hashes = inForce.flatMap(({ decision, revision, overrulings }) => [
    ...(decision === "go" ? [revision] : []),
    ...overrulings.map((each) => each.revision),
  ]);
  const facts = await factsOfRevisions(rows.id, hashes);
  const since = ({ revision, seenAt }: { revision: string; seenAt: Date }): Because[] => {
    const seen = facts.get(revision);
    if (!seen) throw new RangeError(`the bytes of revision ${revision} are gone`);
    return history.worseSince(seen, seenAt);
  };
  return rows.signOffs.map((row) => {
    const last = row.overrulings.at(-1) ?? null;
    const isInForce = row.supersededAt === null;
    return {
      row,
      because: isInForce && row.decision === "go" ? since(row) : [],
      overruling: last && { row: last, because: isInForce ? since(last) : [] },
    };
  });
}

function roleStates(
  rows: LaunchRows,
  signOffs: readonly SignOffThen[],
  required: readonly SignRole[],
  off: readonly SignRole[],
): RoleState[] {
  const named = new Map(
    rows.roles.filter(({ role }) => !off.includes(role)).map((each) => [each.role, each]),
  );
  const signed = new Map(
    signOffs.filter(({ row }) => row.supersededAt === null).map((each) => [each.row.role, each]),
  );
  return SIGN_ROLES.filter((role) => required.includes(role) || named.has(role) || signed.has(role)).map(
    (role) => {
      const found = signed.get(role);
      return {
        role,
        signer: named.get(role)?.signerId ?? null,
        deputy: named.get(role)?.deputyId ?? null,
        signOff: found
          ? {
              person: found.row.personId,
              deputyFor: found.row.deputyForId,
              decision: found.row.decision,
              upToDate: found.because.length === 0,
              overruled: found.overruling && {
                person: found.overruling.row.personId,
                upToDate: found.overruling.because.length === 0,
              },
            }
          : null,
      };
    },
  );
}

/** What launches are evaluated by besides their own rows and a snapshot. */
interface Context {
  waivers: Evaluated["waivers"];
  /** How many can sign in. */
  people: number;
}

/** Evaluates launches by a snapshot, in the order in which they come (L1–L7). Two statements for all that they share. */
export async function evaluateAll<Rows extends LaunchRows>(
  rows: readonly Rows[],
  snapshot: Snapshot,
): Promise<Evaluated<Rows>[]> {
  if (rows.length === 0) return [];
  const context = { waivers: await waiversOf(rows), people: await enabledPeople() };
  const found: Evaluated<Rows>[] = [];
  for (const each of rows) found.push(await evaluated(each, snapshot, context));
  return found;
}

/** Evaluates a launch by a snapshot. */
export async function evaluate<Rows extends LaunchRows>(
  rows: Rows,
  snapshot: Snapshot,
): Promise<Evaluated<Rows>> {
  const [only] = await evaluateAll([rows], snapshot);
  return only as Evaluated<Rows>;
}

const placeOf = ({ service, question }: { service: string; question: string }): string =>
  `${service} ${question}`;

async function evaluated<Rows extends LaunchRows>(
  rows: Rows,
  snapshot: Snapshot,
  { waivers, people }: Context,
): Promise<Evaluated<Rows>> {
  const history = await LaunchHistory.of(rows, snapshot);
  const services = rows.services
    .flatMap(({ serviceId }) => snapshot.byId.get(serviceId) ?? [])
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const states = services.map((then) => serviceState(then, snapshot.timeZone));
  const spans = history.tierSpans();
  const takenOff = rolesOff(
    rows.roles.flatMap(({ role, takenOffAt }) => (takenOffAt ? [{ role, at: takenOffAt }] : [])),
    spans,
  );
  const waiverOnCritical = states.some(({ questions }) =>
    questions.some(({ critical, waiver }) => critical && waiver !== null),
  );
  const required = requiredRoles({ tiers: spans.map(({ tier }) => tier), waiverOnCritical, takenOff });
  const recorded = history.decisions.all(
    new Map([...waivers].map(([id, each]) => [id, stateOfWaiver(each, snapshot)])),
  );
  const counting = new Map(countingDispositions(recorded).map((each) => [placeOf(each), each]));
  const conditions = history.decisions.conditions(null);
  const blocking = states.flatMap(({ service, questions }) =>
    questions.filter(isBlocker).map(({ question }) => ({ service, question })),
  );
  const open = new Set(undisposed(blocking, recorded).map(placeOf));
  const blockers = blocking.map((blocker) => {
    const place = placeOf(blocker);
    return { ...blocker, disposition: open.has(place) ? null : (counting.get(place)?.id ?? null) };
  });
  const signOffs = await judged(rows, history);
  const roles = roleStates(rows, signOffs, required, takenOff);
  // Who was invented cannot sign in, and signs what was invented all the same.
  const twoPeople = needsTwoPeople(required, rows.example ? Number.POSITIVE_INFINITY : people);
  const left = blockers.filter(({ disposition }) => disposition === null);
  return {
    ...{ rows, history, waivers, services, required, roles, twoPeople, conditions, blockers, signOffs },
    off: takenOff,
    removable: required.filter((role) => mayTakeOff(role, spans)),
    dispositions: recorded.map((each) => ({ ...each, counts: counting.get(placeOf(each)) === each })),
    undisposed: left,
    outcome: outcomeOf({
      ...{ required, roles, needsTwoPeople: twoPeople, undisposed: left, conditions },
      today: snapshot.day,
      targetDate: dayText(rows.targetDate),
    }),
  };
}
