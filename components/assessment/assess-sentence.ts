import type { LinkedWords } from "@/components/figure/linked-words";
import type { Projection } from "@/lib/client/assessment/projected";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { counted } from "@/lib/domain/words";
import { isUnanswered, nextWhere } from "./places";
import { daysUntil } from "./words";

type Kind = { count: number; words: string; test: (question: AssessedQuestion) => boolean; tone?: "bad" };

const isKnownGap = ({ effectiveVerdict }: AssessedQuestion) =>
  effectiveVerdict === "no" || effectiveVerdict === "partly";

/**
 * What is true of the service today, in one sentence with numbers; each leads to the next question of its kind.
 * @param current key of the question that is open
 */
export function assessSentence(
  { counts, questions }: Pick<Projection, "counts" | "questions">,
  name: string,
  current: string,
  now: string,
): LinkedWords[] {
  const link = (text: string, test: Kind["test"], tone?: "bad" | "good"): LinkedWords => {
    const next = nextWhere(questions, current, test);
    return { text, ...(next ? { href: `#${next.key}` } : {}), ...(tone ? { tone } : {}) };
  };
  if (questions.length === 0) {
    return [{ text: "No question applies to " }, { text: name, isolate: true }, { text: " as it is now." }];
  }
  if (counts.answered === 0) {
    return [
      link(counted(questions.length, "question"), isUnanswered),
      { text: " about " },
      { text: name, isolate: true },
      { text: ", and nobody has answered one yet." },
    ];
  }
  if (counts.gaps === 0) return allHolds(counts.counting, questions, now);
  const kinds: Kind[] = [
    { count: counts.unanswered, words: "unanswered", test: isUnanswered },
    { count: questions.filter(isKnownGap).length, words: "known to fall short", test: isKnownGap },
    {
      count: counts.unclear,
      words: "unclear",
      test: ({ effectiveVerdict, stale }) => effectiveVerdict === "unclear" && !stale,
    },
    { count: counts.stale, words: "to be confirmed", test: ({ stale }) => stale },
  ];
  const open = kinds.filter(({ count }) => count > 0);
  const parts = open.flatMap(({ count, words, test }, at): LinkedWords[] => [
    { text: at === 0 ? "" : at === open.length - 1 ? " and " : ", " },
    link(`${count}\u00A0${words}`, test),
  ]);
  return [
    {
      text: `${counts.gaps} of ${counted(counts.counting, "question")} ${counts.gaps === 1 ? "is" : "are"} open: `,
    },
    ...parts,
    { text: ". " },
    ...blockerWords(counts.blockers, link),
  ];
}

function blockerWords(
  blockers: number,
  link: (text: string, test: Kind["test"], tone: "bad") => LinkedWords,
): LinkedWords[] {
  if (blockers === 0) return [{ text: "None of them stands in the way of a launch." }];
  const stand = blockers === 1 ? "stands" : "stand";
  return [
    link(`${blockers}`, ({ blocker }) => blocker, "bad"),
    { text: ` of them ${stand} in the way of a launch.` },
  ];
}

function allHolds(counting: number, questions: readonly AssessedQuestion[], now: string): LinkedWords[] {
  if (counting === 0) return [{ text: "None of the questions is for us, so there is nothing to hold." }];
  const ages = questions.filter((question) => question.staleAt !== null);
  const next = ages.reduce<AssessedQuestion | null>(
    (first, each) => (first === null || (each.staleAt ?? "") < (first.staleAt ?? "") ? each : first),
    null,
  );
  const all = counting === 1 ? "The one question holds today." : `All ${counting} questions hold today.`;
  if (!next?.staleAt) return [{ text: all }];
  const days = daysUntil(next.staleAt, now);
  return [
    { text: `${all} The next look is due ` },
    { text: days === 0 ? "today" : `in ${counted(days, "day")}`, href: `#${next.key}`, tone: "good" },
    { text: "." },
  ];
}
