import type { Verdict } from "../../vocabulary";
import { badInput } from "./bad-input";
import { concurrency } from "./concurrency";
import { dataProtection } from "./data-protection";
import { databaseFailure } from "./database-failure";
import { detection } from "./detection";
import { documentation } from "./documentation";
import { maintainability } from "./maintainability";
import type { AreaWords, QuestionWords } from "./question-words";
import { rollback } from "./rollback";
import { thirdParties } from "./third-parties";
import { traffic } from "./traffic";

const WORDS: AreaWords = {
  ...concurrency,
  ...badInput,
  ...thirdParties,
  ...databaseFailure,
  ...traffic,
  ...detection,
  ...rollback,
  ...dataProtection,
  ...maintainability,
  ...documentation,
};

/** For questions that a later checklist brings and nobody has found words for. */
const PLAIN: QuestionWords = {
  yes: ["Shown to the whole team in {month}."],
  partly: ["For the main path; the rest is planned."],
  no: ["Not yet."],
  unclear: ["Nobody here could say."],
  evidence: ["wiki: How we do it"],
};

/** What the words of a service are filled with. */
export interface Slots {
  /** Name of the service, as addresses spell it. */
  slug: string;
  provider: string;
  store: string;
  at: Date;
  /** Uniform in [0, 1). */
  draw: () => number;
}

/** Reason and evidence of an answer. */
export interface Said {
  reason: string;
  evidence: { label: string; url: string }[];
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** What a team says with a verdict: a reason, and mostly evidence with a yes. */
export function say(question: string, verdict: Verdict, slots: Slots): Said {
  const words = WORDS[question] ?? PLAIN;
  const { draw } = slots;
  const choices =
    verdict === "not_applicable" ? [words.notForUs ?? "It has nothing of the kind."] : words[verdict];
  const reason = fill(choices[Math.floor(draw() * choices.length)] ?? "", slots);
  const links = verdict === "yes" ? 0.85 : verdict === "partly" ? 0.35 : 0;
  if (draw() >= links) return { reason, evidence: [] };
  const count = draw() < 0.25 ? words.evidence.length : 1;
  const first = Math.floor(draw() * words.evidence.length);
  const evidence = Array.from(
    { length: count },
    (_, index) => words.evidence[(first + index) % words.evidence.length],
  );
  return { reason, evidence: evidence.map((each) => link(question, each ?? "", slots)) };
}

function fill(text: string, { at, draw, provider, store }: Slots): string {
  const month = MONTHS[new Date(at.getTime() - draw() * 25 * 86_400_000).getUTCMonth()] ?? "";
  const slots: Record<string, string> = {
    month,
    provider,
    store,
    n: String(2 + Math.floor(draw() * 7)),
    minutes: String(4 + Math.floor(draw() * 40)),
  };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? name);
}

function link(question: string, words: string, slots: Slots): { label: string; url: string } {
  const [host = "wiki", label = words] = words.split(": ");
  const number = 100 + Math.floor(slots.draw() * 900);
  const path =
    { git: `pull/${number}`, ci: `runs/${number}${number % 7}`, graphs: "overview" }[host] ?? question;
  return { label: fill(label, slots), url: `https://${host}.example.com/${slots.slug}/${path}` };
}
