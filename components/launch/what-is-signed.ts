import type { Launch } from "@/lib/contracts/launches";
import { dayInWords } from "@/lib/domain/day-words";
import { isBlank } from "@/lib/domain/text";
import { STANDING_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import type { Names } from "./named-questions";
import { priceInWords } from "./trade-words";

type ServiceShown = Launch["serviceStates"][number];

/** One kind of what a signature covers, in a line or a few. */
interface SignedLine {
  name: string;
  texts: string[];
}

/** What a signature covers: what a signer is told before they sign (L3). @param today for the years of days, YYYY-MM-DD */
export function whatIsSigned(launch: Launch, names: Names, today: string): SignedLine[] {
  const { gaps, blockers, conditions, undo } = launch;
  const undone = [undo.how, undo.who].filter((each) => !isBlank(each));
  const open = conditions.filter(({ state }) => state === "open" || state === "overdue");
  const accepted = gaps.filter(({ waiver }) => waiver !== null);
  const others = gaps.filter(({ blocker, waiver }) => !blocker && waiver === null);
  const carried = others.filter((gap) => gap.carried).length;
  const left = blockers.filter(({ disposition }) => disposition === null).length;
  const decided = left === 0 ? "all decided" : `${left.toLocaleString("en")} undecided`;
  const orNone = (texts: string[], none = "none") => (texts.length === 0 ? [none] : texts);
  return [
    { name: "What", texts: [isBlank(launch.what) ? "not written" : launch.what] },
    { name: "Undo", texts: undone.length === 0 ? ["not written"] : undone },
    { name: "Launch", texts: [`on ${dayInWords(launch.targetDate, today)}`] },
    { name: "Services", texts: launch.serviceStates.map(serviceInWords) },
    { name: "Answers", texts: ["all of these services, each with its reason and evidence"] },
    {
      name: "Blockers",
      texts: [blockers.length === 0 ? "none" : `${blockers.length.toLocaleString("en")}, ${decided}`],
    },
    {
      name: "Conditions",
      texts: orNone(
        open.map(
          ({ service, question, owner, dueOn }) =>
            `“${names.title(question, service)}”, ${names.person(owner)} by ${dayInWords(dueOn, today)}`,
        ),
        "none open",
      ),
    },
    {
      name: "Risks accepted",
      texts: orNone(
        accepted.map(({ title, waiver }) => `“${title}” until ${dayInWords(waiver?.until ?? "", today)}`),
      ),
    },
    ...(others.length === 0
      ? []
      : [
          {
            name: "Other gaps",
            texts: [
              `${counted(others.length, "gap")}, ${priceInWords(others, launch)}; ${carried === 0 ? "none" : carried.toLocaleString("en")} carried`,
            ],
          },
        ]),
  ];
}

/** A service as it is frozen: "Checkout: tier 1, launching, working, 60%, version 3 of its checklist". */
function serviceInWords({ name, tier, lifecycle, standing, score, checklist }: ServiceShown): string {
  const parts = [
    `tier ${tier}`,
    lifecycle,
    STANDING_TEXT[standing].toLowerCase(),
    ...(score === null ? [] : [`${score}%`]),
    ...(checklist ? [`version ${checklist.version} of its checklist`] : []),
  ];
  return `${name}: ${parts.join(", ")}`;
}
