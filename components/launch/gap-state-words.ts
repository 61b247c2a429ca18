import { dayInWords } from "@/lib/domain/day-words";
import { DISPOSITION_TEXT } from "@/lib/domain/launch/texts";
import type { DecidedLine } from "./gap-state";
import type { Names } from "./named-questions";

/** What was decided about a gap, in a line, and a smaller one beside it. */
export interface GapStateWords {
  text: string;
  sub: string | null;
  /** Somebody has to decide. */
  waits: boolean;
  /** Its condition, as a small mark. */
  condition: { text: string; tone: "open" | "met" | "late" } | null;
}

const said = (text: string, sub: string | null = null, more: Partial<GapStateWords> = {}): GapStateWords => ({
  ...{ text, sub, waits: false, condition: null },
  ...more,
});

/** How far the decision about a gap is (L2). @param today for the years of days, YYYY-MM-DD */
export function gapStateWords(line: DecidedLine, names: Names, today: string): GapStateWords {
  const { gap, disposition, condition, undisposed } = line;
  const day = (text: string) => dayInWords(text, today);
  if (gap?.waiver)
    return said(
      `Risk accepted until ${day(gap.waiver.until)}`,
      disposition && `asked by ${names.person(disposition.by)}`,
    );
  if (undisposed && (gap?.waiverAsked || disposition?.kind === "accept")) {
    const sub = disposition ? `asked by ${names.person(disposition.by)}` : null;
    return said("Waits for a decision on its waiver", sub, { waits: true });
  }
  if (undisposed) return said("Not decided yet", null, { waits: true });
  if (disposition?.kind === "fix_before" && condition) return conditionWords(condition, names, day);
  if (disposition) {
    const { name } = DISPOSITION_TEXT[disposition.kind];
    return said(
      name,
      disposition.reason === "" ? `by ${names.person(disposition.by)}` : `“${disposition.reason}”`,
    );
  }
  return said(gap?.carried ? "Carried" : "Nothing decided");
}

function conditionWords(
  { state, owner, dueOn, late }: NonNullable<DecidedLine["condition"]>,
  names: Names,
  day: (text: string) => string,
): GapStateWords {
  const who = names.person(owner);
  const of = (text: string, tone: "open" | "met" | "late") =>
    said(DISPOSITION_TEXT.fix_before.name, null, { condition: { text, tone } });
  if (state === "met") return of(`met${late ? " late" : ""}, ${who}`, "met");
  if (state === "overdue") return of(`${who}, late since ${day(dueOn)}`, "late");
  return of(`${who}, by ${day(dueOn)}`, "open");
}
