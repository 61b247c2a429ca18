import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";
import type { Question } from "../../domain/checklist";
import { COLUMN_TEXT } from "../../domain/import/cells";
import type { AssessedQuestion } from "../../domain/readiness";
import { type AssessedService, assessedPages, type ExportAnswer, loadPeople } from "./assessed";
import type { Export } from "./export";
import { personParts, placePart, questionPart } from "./json-parts";

type Assessed = AssessedQuestion<Question, ExportAnswer>;
type Service = AssessedService<unknown>["row"];

/** Every question that applies to the services that the filters leave, with its answer (ExportedAnswer). */
export const ANSWERS: Export = {
  headers: [
    ...[
      "service",
      "question",
      "verdict",
      "reason",
      "evidence",
      "version",
      "effectiveVerdict",
      "stale",
      "savedAt",
    ],
    ...["savedBy", "source", "area", "text", "critical", "serviceName", "team", "tier", "lifecycle"],
  ],
  async *pages(choice: PortfolioChoice, now: Date) {
    const people = await loadPeople();
    const person = personParts(people);
    for await (const page of assessedPages(choice, now)) {
      yield {
        cells: () =>
          page.flatMap(({ row, questions }) =>
            questions.map((each) => cellsOf(row, each, people.get(each.answer?.savedById ?? "")?.name ?? "")),
          ),
        json: () =>
          page.flatMap(({ row, questions }) => {
            const place = placePart(row);
            return questions.map((each) => jsonOf(place, each, person(each.answer?.savedById)));
          }),
      };
    }
  },
};

/** As JSON.stringify would write it, in a fraction of its time: there are fifty of these for each service. */
function jsonOf(
  place: string,
  { question, given, verdict, stale, answer }: Assessed,
  savedBy: string,
): string {
  const start = `{${place},${questionPart(question)},"verdict":"${given}","effectiveVerdict":"${verdict}","stale":${stale}`;
  if (!answer)
    return `${start},"reason":"","evidence":[],"savedAt":null,"savedBy":null,"source":null,"version":0}`;
  const { reason, evidence, savedAt, source, version } = answer;
  return `${start},"reason":${reason},"evidence":${evidence},"savedAt":"${savedAt.toISOString()}","savedBy":${savedBy},"source":"${source}","version":${version}}`;
}

function cellsOf(
  { slug, name, team, tier, lifecycle }: Service,
  { question, given, verdict, stale, answer }: Assessed,
  savedBy: string,
): string[] {
  return [
    slug,
    question.key,
    given,
    answer ? JSON.parse(answer.reason) : "",
    answer ? COLUMN_TEXT.links(JSON.parse(answer.evidence)) : "",
    String(answer?.version ?? 0),
    verdict,
    String(stale),
    answer?.savedAt.toISOString() ?? "",
    savedBy,
    answer?.source ?? "",
    question.area,
    question.text,
    String(question.critical),
    name,
    team,
    String(tier),
    lifecycle,
  ];
}
