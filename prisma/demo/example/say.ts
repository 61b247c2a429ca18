import type { Verdict } from "../../../lib/domain/vocabulary";
import { behaviour } from "./words-behaviour";
import { upkeep } from "./words-upkeep";

/**
 * What teams say about a question, by its key: twice with a yes, once with a partly and with a no, then evidence as
 * "wiki: Restore drill, {month}": where it is kept, and its label. Slots: {month}, {n}, {minutes}, {provider}, {store}.
 */
export type Words = Readonly<
  Record<string, readonly [yes: string, another: string, partly: string, no: string, evidence: string]>
>;

const WORDS: Words = { ...behaviour, ...upkeep };

/** For questions that a later checklist brings and nobody has found words for. */
const PLAIN: Words[string] = [
  "Shown to the whole team in {month}.",
  "Done, and looked at again in {month}.",
  "For the main path; the rest is planned.",
  "Not yet.",
  "wiki: How we do it",
];

/** Nobody knew. */
const UNCLEAR = [
  "Nobody here could say. {who} asks around.",
  "It was set up before our time; we could not find out how.",
  "Opinions differ, and nobody has tried.",
  "{who} thinks so. There is nothing to show for it.",
  "There is a page about it, older than the team.",
  "The platform may do this for us. We have asked.",
  "We have not looked since {month}.",
  "It was agreed once; what became of it is not written down.",
  "Never needed so far, so never tried.",
];

/** Said behind a reason now and then. */
const MORE = [
  "{who} wrote it up.",
  "Looked at together in {month}.",
  "{who} and one from Platform went through it.",
  "More in the notes of {month}.",
  "{who} keeps an eye on it.",
];

/** What the words of a service are filled with. */
export interface Slots {
  /** Name of the service, as addresses spell it. */
  slug: string;
  provider: string;
  store: string;
  /** First name of somebody. */
  who: string;
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
const DAY_MS = 86_400_000;

/** What a team says with a verdict: a reason, and mostly evidence with a yes. */
export function say(question: string, verdict: Exclude<Verdict, "not_applicable">, slots: Slots): Said {
  const { draw } = slots;
  const [yes, another, partly, no, evidence] = WORDS[question] ?? PLAIN;
  const among = { yes: [yes, another], partly: [partly], no: [no], unclear: UNCLEAR }[verdict];
  const more = verdict !== "unclear" && draw() < 0.25 ? ` ${one(MORE, draw)}` : "";
  const reason = fill(one(among, draw) + more, slots);
  const shown = draw() < { yes: 0.85, partly: 0.35, no: 0, unclear: 0 }[verdict];
  return { reason, evidence: shown ? [evidenceOf(question, evidence, slots)] : [] };
}

/** One of them. */
export function one<T>(among: readonly T[], draw: () => number): T {
  const drawn = among[Math.floor(draw() * among.length)];
  if (drawn === undefined) throw new RangeError("nothing to choose from");
  return drawn;
}

function fill(text: string, { at, draw, provider, store, who }: Slots): string {
  const month = MONTHS[new Date(at.getTime() - draw() * 25 * DAY_MS).getUTCMonth()] ?? "";
  const n = String(2 + Math.floor(draw() * 7));
  const slots: Record<string, string> = { month, n, minutes: String(4 + Math.floor(draw() * 40)) };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => ({ ...slots, provider, store, who })[name] ?? name);
}

/** A link to what shows an answer. @param words where it is kept, and its label: "wiki: Restore drill, {month}" */
export function evidenceOf(question: string, words: string, slots: Slots): Said["evidence"][number] {
  const [host = "wiki", label = words] = words.split(": ");
  const number = 100 + Math.floor(slots.draw() * 900);
  const paths: Record<string, string> = { git: `pull/${number}`, ci: `runs/${number}`, graphs: "overview" };
  const url = `https://${host}.example.com/${slots.slug}/${paths[host] ?? question}`;
  return { label: fill(label, slots), url };
}
