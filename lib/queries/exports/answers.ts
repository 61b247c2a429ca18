import "server-only";
import { COLUMN_TEXT } from "../../domain/cells";
import type { Question } from "../../domain/checklist";
import type { AssessedQuestion } from "../../domain/readiness";
import { type AssessedService, assessedPages, type ExportAnswer, loadPeople, type People } from "./assessed";
import { columnsOf, type Export } from "./export";
import { originPart, personParts, placePart, questionPart } from "./json-parts";

type Assessed = AssessedQuestion<Question, ExportAnswer>;
type Service = AssessedService["row"];

/** Every question that applies to the services that the filters leave, with its answer (ExportedAnswer). */
export const ANSWERS: Export = {
  title: "Answers",
  columns: columnsOf({
    ...{ service: 22, question: 30, verdict: 13, reason: 60, evidence: "link", version: "number" },
    ...{
      effectiveVerdict: 16,
      stale: "boolean",
      savedAt: "instant",
      savedBy: 20,
      savedByEmail: 24,
      claimedBy: 20,
      importedBy: 20,
      source: 9,
      token: 16,
      area: 18,
      text: 60,
    },
    ...{ critical: "boolean", serviceName: 26, team: 18, tier: "number", lifecycle: 11 },
  }),
  async *pages(asked) {
    const people = await loadPeople();
    const person = personParts(people);
    for await (const page of assessedPages(asked)) {
      yield {
        *cells() {
          for (const { row, questions } of page) {
            for (const each of questions()) {
              yield cellsOf(row, each, people);
            }
          }
        },
        *json() {
          for (const { row, questions } of page) {
            const place = placePart(row);
            for (const each of questions()) yield jsonOf(place, each, person);
          }
        },
      };
    }
  },
};

/** As JSON.stringify would write it, in a fraction of its time: there are fifty of these for each service. */
function jsonOf(
  place: string,
  { question, given, verdict, stale, answer }: Assessed,
  person: (id: string | null) => string,
): string {
  const start = `{${place},${questionPart(question)},"verdict":"${given}","effectiveVerdict":"${verdict}","stale":${stale}`;
  if (!answer)
    return `${start},"reason":"","evidence":[],"savedAt":null,"savedBy":null,"source":null,"origin":null,"version":0}`;
  const { reason, evidence, savedAt, savedById, source, origin, version } = answer;
  return `${start},"reason":${reason},"evidence":${evidence},"savedAt":"${savedAt.toISOString()}","savedBy":${person(savedById)},"source":"${source}","origin":${originPart(origin, person)},"version":${version}}`;
}

function cellsOf(
  { slug, name, team, tier, lifecycle }: Service,
  { question, given, verdict, stale, answer }: Assessed,
  people: People,
): string[] {
  const savedBy = people.get(answer?.savedById ?? "");
  const origin = answer?.origin;
  // An author who is only claimed has no address here, and whoever imported it did not give it.
  const author = origin?.claimedBy ? undefined : savedBy?.email;
  return [
    slug,
    question.key,
    given,
    answer ? JSON.parse(answer.reason) : "",
    answer && answer.evidence !== "[]" ? COLUMN_TEXT.links(JSON.parse(answer.evidence)) : "",
    String(answer?.version ?? 0),
    verdict,
    String(stale),
    answer?.savedAt.toISOString() ?? "",
    savedBy?.name ?? "",
    author ?? "",
    origin?.claimedBy ?? "",
    people.get(origin?.importedBy ?? "")?.name ?? "",
    answer?.source ?? "",
    origin?.token ?? "",
    question.area,
    question.text,
    String(question.critical),
    name,
    team,
    String(tier),
    lifecycle,
  ];
}
