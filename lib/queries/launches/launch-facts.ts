import "server-only";
import { reader } from "../../db/transaction";
import type { LaunchFacts, QuestionFacts, ServiceFacts } from "../../domain/launch/facts";
import { byCodePoint } from "../../domain/text";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Evaluated } from "./evaluate";
import { serviceState } from "./service-states";

/** What somebody wrote with the answer in force. */
interface AnswerTexts {
  reason: string;
  evidence: { label: string; url: string }[];
  savedBy: string;
  savedAt: Date;
}

type Texts = (service: string, question: string) => AnswerTexts | null;

interface TextRow extends AnswerTexts {
  serviceId: string;
  questionKey: string;
}

/** The texts of the answers in force, of the very versions that the state has: one statement for all services. */
export async function textsOfAnswers(services: readonly ServiceThen[], timeZone: string): Promise<Texts> {
  const asked = services.flatMap((then) =>
    serviceState(then, timeZone).questions.flatMap(({ question, version }) =>
      version === 0 ? [] : [{ serviceId: then.id, question, version }],
    ),
  );
  const rows = await reader().$queryRaw<TextRow[]>`
    SELECT e."serviceId", e."questionKey", e."reason", e."evidence", e."personId" AS "savedBy",
      coalesce(e."savedAt", e."at") AS "savedAt"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS r("serviceId" uuid, "question" text, "version" int)
      JOIN "Entry" e ON e."serviceId" = r."serviceId" AND e."questionKey" = r."question" AND e."version" = r."version"`;
  const found = new Map(rows.map((row) => [`${row.serviceId} ${row.questionKey}`, row]));
  return (service, question) => found.get(`${service} ${question}`) ?? null;
}

function serviceFacts(then: ServiceThen, texts: Texts, timeZone: string): ServiceFacts {
  const { service, questions } = serviceState(then, timeZone);
  const { checklist, number } = then.checklist.version;
  return {
    service,
    name: then.facts.name,
    tier: then.facts.tier,
    lifecycle: then.facts.lifecycle,
    tags: [...then.facts.tags].sort(byCodePoint),
    checklist: { key: checklist.key, version: number },
    score: then.score,
    standing: then.standing,
    questions: questions.map((state): QuestionFacts => {
      const place = then.checklist.placeOf(state.question);
      const { area, title, text } = then.checklist.at(place ?? -1);
      const answer = texts(then.id, state.question);
      return {
        ...state,
        ...{ area, title, text },
        reason: answer?.reason ?? "",
        evidence: (answer?.evidence ?? []).map(({ label, url }) => ({ label, url })),
        savedBy: answer?.savedBy ?? null,
        savedAt: answer?.savedAt.toISOString() ?? null,
      };
    }),
  };
}

const byPlace = (a: { service: string; question: string }, b: { service: string; question: string }) =>
  byCodePoint(a.service, b.service) || byCodePoint(a.question, b.question);

/** The facts of a launch that a signature covers (L5), as they are by an evaluation of it. */
export function launchFacts(
  { rows, history, services, dispositions, conditions }: Evaluated,
  texts: Texts,
): LaunchFacts {
  return {
    launch: rows.id,
    plan: {
      what: rows.what,
      undo: { how: rows.undoHow, who: rows.undoWho },
      targetDate: rows.targetDate.toISOString().slice(0, 10),
    },
    services: services.map((then) => serviceFacts(then, texts, history.snapshot.timeZone)),
    dispositions: dispositions
      .filter(({ counts }) => counts)
      .map(({ id, service, question, kind, by, at }) => ({
        ...{ id, service, question, kind, by },
        at: at.toISOString(),
      }))
      .sort(byPlace),
    conditions: conditions
      .filter(({ state }) => state !== "withdrawn")
      .map(({ id, service, question, owner, dueOn, state }) => ({
        id,
        service,
        question,
        owner,
        dueOn,
        state,
      }))
      .sort(byPlace),
  };
}
