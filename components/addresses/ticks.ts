import type { Param } from "@/lib/domain/page-address";

/** A gap that is supposed to be closed: of one service, or of every service that asks the question. */
export interface Tick {
  service?: string | undefined;
  question: string;
}

/** As many as an address holds: it stays below 8,000 characters, which every proxy lets through. */
export const MOST_TICKS = 80;

const PART = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/;

/** How a tick stands in an address: "checkout.restore-rehearsed", or the question alone for every service. */
export const tickText = ({ service, question }: Tick): string =>
  service === undefined ? question : `${service}.${question}`;

/** Reads one tick; null when it is none. */
export function readTick(text: string): Tick | null {
  const parts = text.split(".");
  if (parts.length > 2 || parts.some((part) => part.length > 80 || !PART.test(part))) return null;
  const [first = "", second] = parts;
  return second === undefined ? { question: first } : { service: first, question: second };
}

/** The ticks of an address, each once; what is none is passed over. */
export function readTicks(value: string | readonly string[] | undefined): Tick[] {
  const list = value === undefined ? [] : typeof value === "string" ? [value] : value;
  return [...new Set(list)].slice(0, MOST_TICKS).flatMap((text) => readTick(text) ?? []);
}

/** Ticks with one put in, or taken out when it is in. A whole question takes its single gaps along. */
export function withTick(ticks: readonly Tick[], tick: Tick): Tick[] {
  const text = tickText(tick);
  const left = ticks.filter((each) => tickText(each) !== text);
  if (left.length < ticks.length) return left;
  const others =
    tick.service === undefined ? ticks.filter(({ question }) => question !== tick.question) : ticks;
  return [...others, tick];
}

/** How a gap is ticked: by itself, with its whole question, or not. */
export function tickedBy(ticks: readonly Tick[], gap: Required<Tick>): "itself" | "question" | null {
  if (ticks.some(({ service, question }) => service === undefined && question === gap.question))
    return "question";
  return ticks.some(({ service, question }) => service === gap.service && question === gap.question)
    ? "itself"
    : null;
}

/** The ticks of an address, as a parameter of it. */
export const ticks: Param<readonly Tick[]> = { read: readTicks, write: (of) => of.map(tickText) };

/** The search of an address with other ticks in it; what else stands there stays. */
export function searchWithTicks(search: string, ticks: readonly Tick[]): string {
  const params = new URLSearchParams(search);
  params.delete("close");
  for (const tick of ticks.slice(0, MOST_TICKS)) params.append("close", tickText(tick));
  return params.size === 0 ? "" : `?${params}`;
}
