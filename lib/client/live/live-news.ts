import type { LiveEvent } from "../../contracts/events";

/** What a listener hears: one change, or that it is not known what changed, so that everything may have. */
export type LiveNews = { kind: "change"; event: LiveEvent } | { kind: "reset"; id: string };

/** One server-sent event with its parts as text. */
export interface SentEvent {
  event: string;
  id: string;
  data: string;
}

/** The events in a whole answer of the server; comments and what carries no data are left out. */
export function readSentEvents(text: string): SentEvent[] {
  return text.split("\n\n").flatMap((block) => {
    const fields = new Map(
      block.split("\n").map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, Math.max(colon, 0)), line.slice(colon + 1).trimStart()] as const;
      }),
    );
    const data = fields.get("data");
    return data === undefined
      ? []
      : [{ event: fields.get("event") ?? "message", id: fields.get("id") ?? "", data }];
  });
}

/** What an event says to a listener; null for a greeting and for what cannot be read. */
export function newsOf({ event, id, data }: SentEvent): LiveNews | null {
  if (event === "reset") return { kind: "reset", id };
  if (event !== "change") return null;
  try {
    return { kind: "change", event: JSON.parse(data) as LiveEvent };
  } catch {
    return null;
  }
}
