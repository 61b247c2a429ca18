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

/** Where the service stands once all has been gone through, and what that means. */
export function finishWords(
  { counts, standing }: Pick<Projection, "counts" | "standing">,
  name: string,
  isRetired = false,
): { text: string; isolate?: true }[] {
  const who = { text: name, isolate: true } as const;
  if (isRetired)
    return [who, { text: " is retired: its answers are kept as they are, and none of its gaps counts." }];
  const { unanswered, blockers, gaps, counting } = counts;
  if (unanswered > 0) {
    const still = unanswered === 1 ? "question still has" : "questions still have";
    return [
      {
        text: `${unanswered} ${still} no answer, and ${unanswered === 1 ? "counts" : "count"} as not ready.`,
      },
    ];
  }
  if (standing === "unassessed") return [{ text: "No question here counts for " }, who, { text: "." }];
  if (standing === "production_ready") {
    const all =
      counting === 1
        ? "the one question that counts is answered yes"
        : `all ${counting} questions that count are answered yes`;
    return [who, { text: ` is production-ready: ${all}. The business can rely on it.` }];
  }
  if (standing === "ready_with_accepted_risks") {
    const all = gaps === 1 ? "its one gap" : `all ${gaps} gaps`;
    const text = ` is ready, with accepted risks: a waiver accepts ${all}.`;
    return [who, { text }];
  }
  const open = [
    ...(blockers > 0 ? [counted(blockers, "blocker")] : []),
    ...(gaps > blockers ? [counted(gaps - blockers, blockers > 0 ? "other gap" : "gap")] : []),
  ].join(" and ");
  const stand = gaps === 1 ? "stands" : "stand";
  return [who, { text: ` is working: ${open} ${stand} between it and production-ready.` }];
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
  if (counting === 0) return [{ text: "No question applies to us, so there is nothing to answer." }];
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
