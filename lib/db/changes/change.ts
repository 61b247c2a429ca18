/** What was just changed (the table Change): enough to fetch anew what it concerns. */
export interface Change {
  id: number;
  /** When it was written, within its transaction. */
  at: Date;
  /** The audited action, or "service.aged", "presence.moved". */
  action: string;
  /** Id of the person; null when nobody did it. */
  actor: string | null;
  subjectType: string;
  /** Id of what was changed. */
  subject: string;
  question: string | null;
  version: number | null;
}

/** The channel that the triggers of Change speak on. */
export const CHANNEL = "plumbline_change";

/** What came over the channel: a change, or a greeting by which a process hears whether it hears itself. */
export type Heard = { kind: "change"; change: Change } | { kind: "hello"; nonce: string } | null;

/** Reads a notification; null when it is none of ours. @param at when it was heard */
export function readNotification(payload: string, at: Date): Heard {
  try {
    const sent: unknown = JSON.parse(payload);
    if (typeof sent !== "object" || sent === null) return null;
    if ("hello" in sent) return { kind: "hello", nonce: String(sent.hello) };
    const { id, ...rest } = sent as Omit<Change, "id" | "at"> & { id: string };
    const number = Number(id);
    return Number.isSafeInteger(number) ? { kind: "change", change: { ...rest, id: number, at } } : null;
  } catch {
    return null;
  }
}
