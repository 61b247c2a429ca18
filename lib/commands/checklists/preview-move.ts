import "server-only";
import type { MovedService } from "../../contracts/checklist-moves";
import type { SignedLaunch } from "../../contracts/launch-parts";
import { assessAnswers } from "../../db/assessment";
import { checklistVersion } from "../../db/published-questions";
import type { LockedService } from "../../db/service-lock";
import { standingOf, waiversAfter } from "../../db/waivers";
import type { GivenAnswer } from "../../domain/effective-verdict";
import { totalIncidents } from "../../domain/exposure";
import type { ServiceState } from "../../domain/launch/facts";
import { serviceWorse } from "../../domain/launch/worse";
import type { AssessedQuestion, Readiness } from "../../domain/readiness";

/** A service and what belongs to it in a list. */
export interface Movable extends LockedService {
  team: string;
  teamName: string;
}

/**
 * What would be different for one service if it were asked another version, at the instant of its lock.
 * @param signed launches whose goes it makes out of date
 */
export async function previewMove(
  service: Movable,
  to: string,
  answers: ReadonlyMap<string, GivenAnswer>,
  signed: readonly SignedLaunch[],
): Promise<MovedService> {
  const { at, waivers } = service;
  const was = await assessAnswers(service, at, answers, standingOf(waivers));
  const { questions } = await checklistVersion(to);
  const { left } = waiversAfter(waivers, service, questions, answers, at);
  const is = await assessAnswers({ ...service, checklistVersionId: to }, at, answers, standingOf(left));
  const before = new Map(was.questions.map((each) => [each.question.key, each]));
  const after = new Map(is.questions.map((each) => [each.question.key, each]));
  const added = is.questions.filter(({ question }) => !before.has(question.key));
  const stayed = is.questions.filter(({ question, answer }) => before.has(question.key) && answer);
  const turned = is.questions.filter((each) => each.changed && !before.get(each.question.key)?.changed);
  return {
    service: service.slug,
    name: service.name,
    team: service.team,
    teamName: service.teamName,
    tier: service.tier,
    from: { checklist: was.checklist.checklist.key, version: was.checklist.number },
    before: side(was.readiness),
    after: side(is.readiness),
    added: keys(added),
    removed: keys(was.questions.filter(({ question }) => !after.has(question.key))),
    carried: stayed.filter((each) => !turned.includes(each)).length,
    unclear: keys(turned),
    returned: keys(added.filter((each) => each.answer)),
    signOffs:
      serviceWorse(stateOf(service, was.questions), stateOf(service, is.questions)).length > 0
        ? [...signed]
        : [],
  };
}

/** A service as L5 compares it. */
const stateOf = ({ slug, tier }: Movable, questions: readonly AssessedQuestion[]): ServiceState => ({
  ...{ service: slug, tier },
  questions: questions.map(({ question, given, verdict, stale, waived }) => ({
    ...{ question: question.key, critical: question.critical, given, verdict, stale, version: 0 },
    waiver: waived ? { id: "", until: "" } : null,
  })),
});

const keys = (questions: readonly AssessedQuestion[]) => questions.map(({ question }) => question.key);

function side({ score, standing, gaps, blockers, incidents }: Readiness): MovedService["before"] {
  const { known, unknown } = totalIncidents(incidents);
  return { score, standing, gaps, blockers, incidents: known + unknown };
}
