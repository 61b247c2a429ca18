import type { Launch } from "@/lib/contracts/launches";
import { dayInWords } from "@/lib/domain/day-words";
import { counted, listed } from "@/lib/domain/words";
import type { Names } from "./named-questions";
import { priceInWords } from "./trade-words";

/** One kind of what a signature covers, in a line or a few. */
interface SignedLine {
  name: string;
  texts: string[];
}

/** What a signature covers: what a signer is told before they sign (L3). @param today for the years of days, YYYY-MM-DD */
export function whatIsSigned(launch: Launch, names: Names, today: string): SignedLine[] {
  const { gaps, blockers, conditions } = launch;
  const open = conditions.filter(({ state }) => state === "open" || state === "overdue");
  const accepted = gaps.filter(({ waiver }) => waiver !== null);
  const others = gaps.filter(({ blocker, waiver }) => !blocker && waiver === null);
  const carried = others.filter((gap) => gap.carried).length;
  const left = blockers.filter(({ disposition }) => disposition === null).length;
  const decided = left === 0 ? "each decided about" : `${left.toLocaleString("en")} not decided about`;
  const orNone = (texts: string[], none = "none") => (texts.length === 0 ? [none] : texts);
  return [
    { name: "Services", texts: [listed(launch.services.map(names.service))] },
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
