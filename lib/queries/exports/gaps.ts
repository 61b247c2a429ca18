import "server-only";
import type { exportedGap } from "../../contracts/exports";
import type { VersionWithQuestions } from "../../db/published-questions";
import type { TitledQuestion } from "../../domain/checklist";
import { STALE, stateOf } from "../../domain/effective-verdict";
import { NO_PLAN } from "../../domain/gap-plan";
import type { AlikeGaps } from "../../domain/gap-table";
import { questionNumbers } from "../../domain/question-number";
import type { Plan } from "../../snapshot/history";
import { openSince } from "../../snapshot/open-since";
import { type ServiceThen, WAIVED } from "../../snapshot/service-then";
import { type Snapshot, type TeamNames, teamOf } from "../../snapshot/snapshot";
import { chosenGaps, isOverdue } from "../gaps/chosen-gaps";
import { type ExportAsked, exportOf, wants } from "./export";
import { inPages, servicesAsked } from "./pages";
import { type ExportedPerson, loadPeople, type People, personPart } from "./people";

/** An open question of a service, with what is planned about it; of then nothing is: plans are kept for the present only. */
interface Item {
  service: ServiceThen;
  team: TeamNames;
  question: TitledQuestion;
  place: number;
  /** Code of the effective verdict. */
  code: number;
  gap: AlikeGaps;
  plan: Plan | null;
  owner: ExportedPerson | undefined;
  snapshot: Snapshot;
}

async function* read(asked: ExportAsked): AsyncGenerator<Iterable<Item>> {
  const { choice, snapshot } = asked;
  const people: People = wants(asked, "owner") && !snapshot.past ? await loadPeople() : new Map();
  const { sort: _, cursor: __, asOf: ___, ...filters } = choice;
  const { services, gaps, planOf } = await chosenGaps(snapshot, filters);
  const byPlace: AlikeGaps[][] = services.map(() => []);
  for (const gap of gaps) for (const place of gap.places) byPlace[place - 1]?.push(gap);
  const placeOf = new Map(services.map((service, index) => [service, index + 1]));
  for await (const { page } of inPages(servicesAsked(asked), null)) {
    for (const service of page) {
      const place = placeOf.get(service) ?? 0;
      const own = byPlace[place - 1] ?? [];
      own.sort((a, b) => (a.question < b.question ? -1 : 1));
      const team = teamOf(snapshot, service.facts.teamId);
      yield own.map((gap) => {
        const asked = service.checklist.placeOf(gap.question) ?? -1;
        const plan = snapshot.past ? null : planOf(gap, place);
        return {
          ...{ service, team, gap, plan, snapshot, place: asked, owner: people.get(plan?.ownerId ?? "") },
          ...{ question: service.checklist.at(asked), code: service.codes[asked] as number },
        };
      });
    }
  }
}

const numbers = new WeakMap<VersionWithQuestions, ReadonlyMap<string, string>>();

function numberOf(version: VersionWithQuestions, key: string): string {
  const known = numbers.get(version) ?? questionNumbers(version.questions);
  numbers.set(version, known);
  return known.get(key) ?? "";
}

/** Of a plan that was about an earlier gap only the version is left: what comes next goes on from it. 0: of none. */
const versionOf = ({ service, question, snapshot }: Item) =>
  snapshot.past ? 0 : (snapshot.plans.get(service.id)?.get(question.key)?.version ?? 0);
const stateOfPlan = (item: Item) => (versionOf(item) === 0 ? null : (item.plan ?? NO_PLAN).state);
const givenOf = ({ service, place }: Item) => service.givenIn(service.entryTo(place));
const isStale = ({ code }: Item) => (code & STALE) !== 0;
const isAccepted = ({ code }: Item) => (code & WAIVED) !== 0;
const isBlocker = (item: Item) => item.question.critical && !isAccepted(item);
const openedAtOf = ({ service, place }: Item) => openSince(service, place)?.toISOString() ?? null;
const isLate = ({ plan, snapshot }: Item) => isOverdue(plan, snapshot.day);
const currencyOf = ({ gap, snapshot }: Item) => (gap.expectedLoss === null ? null : snapshot.model.currency);

const MEMBERS: Record<keyof typeof exportedGap.shape, (item: Item) => string> = {
  service: ({ service }) => `"${service.slug}"`,
  serviceName: ({ service }) => JSON.stringify(service.facts.name),
  team: ({ team }) => `"${team.slug}"`,
  teamName: ({ team }) => JSON.stringify(team.name),
  tier: ({ service }) => String(service.facts.tier),
  lifecycle: ({ service }) => `"${service.facts.lifecycle}"`,
  question: ({ question }) => JSON.stringify(question.key),
  number: ({ service, question }) => `"${numberOf(service.checklist.version, question.key)}"`,
  area: ({ question }) => `"${question.area}"`,
  critical: ({ question }) => String(question.critical),
  verdict: (item) => `"${givenOf(item)}"`,
  effectiveVerdict: ({ code }) => `"${stateOf(code)}"`,
  stale: (item) => String(isStale(item)),
  blocker: (item) => String(isBlocker(item)),
  accepted: (item) => String(isAccepted(item)),
  incidentsPerYear: ({ gap }) => String(gap.incidentsPerYear),
  expectedLoss: ({ gap }) => String(gap.expectedLoss),
  currency: (item) => JSON.stringify(currencyOf(item)),
  costs: ({ gap }) => JSON.stringify(gap.costs.map(({ cost }) => cost)),
  openedAt: (item) => JSON.stringify(openedAtOf(item)),
  owner: ({ owner }) => personPart(owner),
  dueOn: ({ plan }) => JSON.stringify(plan?.dueOn ?? null),
  overdue: (item) => String(isLate(item)),
  effortDays: ({ plan }) => String(plan?.effortDays ?? null),
  usualEffortDays: ({ question }) => String(question.effortDays),
  state: (item) => JSON.stringify(stateOfPlan(item)),
  ticket: ({ plan }) => JSON.stringify(plan?.ticket ?? null),
  note: ({ plan }) => JSON.stringify(plan?.note ?? ""),
  version: (item) => String(versionOf(item)),
};

/** The gaps that the filters leave (S4), as the list of gaps has them, with what is planned about each; or those of then. */
export const GAPS = exportOf<Item>({
  title: "Gaps",
  columns: {
    service: [22, ({ service }) => service.slug],
    question: [30, ({ question }) => question.key],
    owner: [26, ({ owner }) => owner?.email ?? ""],
    dueOn: ["day", ({ plan }) => plan?.dueOn ?? null],
    effortDays: ["number", ({ plan }) => plan?.effortDays ?? null],
    state: [12, stateOfPlan],
    ticket: ["link", ({ plan }) => plan?.ticket ?? null],
    note: [40, ({ plan }) => plan?.note ?? ""],
    version: ["number", versionOf],
    verdict: [13, givenOf],
    effectiveVerdict: [16, ({ code }) => stateOf(code)],
    stale: ["boolean", isStale],
    blocker: ["boolean", isBlocker],
    accepted: ["boolean", isAccepted],
    incidentsPerYear: ["number", ({ gap }) => gap.incidentsPerYear],
    expectedLoss: ["money", ({ gap }) => gap.expectedLoss],
    currency: [9, currencyOf],
    costs: [40, ({ gap }) => gap.costs.map(({ cost }) => cost).join(", ")],
    usualEffortDays: ["number", ({ question }) => question.effortDays],
    overdue: ["boolean", isLate],
    openedAt: ["instant", openedAtOf],
    area: [18, ({ question }) => question.area],
    number: [8, ({ service, question }) => numberOf(service.checklist.version, question.key)],
    title: [36, ({ question }) => question.title],
    text: [60, ({ question }) => question.text],
    critical: ["boolean", ({ question }) => question.critical],
    serviceName: [26, ({ service }) => service.facts.name],
    team: [18, ({ team }) => team.slug],
    teamName: [22, ({ team }) => team.name],
    tier: ["number", ({ service }) => service.facts.tier],
    lifecycle: [11, ({ service }) => service.facts.lifecycle],
  },
  members: MEMBERS,
  read,
});
