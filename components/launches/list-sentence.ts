import { type LaunchesQuery, launchesPage, launchHref } from "@/components/addresses/pages";
import type { LinkedWords } from "@/components/figure/linked-words";
import type { LaunchRow } from "@/lib/contracts/launches";
import { capital, countedInWords } from "@/lib/domain/words";

/** How far the first line looks ahead, in days. */
const AHEAD_DAYS = 14;

/** What is launched in the next two weeks and what waits for the viewer. @param open all open launches that the filters choose */
export function launchesSentence(open: readonly LaunchRow[], query: LaunchesQuery): LinkedWords[] {
  const those = launchesPage.isNarrowed(query, ["state", "cursor"]) ? " of these" : "";
  const toOpen = launchesPage.href(query, { state: "open" });
  const soon = open.filter(
    ({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft <= AHEAD_DAYS,
  ).length;
  const past = open.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0);
  if (open.length === 0)
    return [{ text: those === "" ? "No launch is planned." : "No launch of these is planned." }];
  return [
    ...(soon > 0
      ? [
          { text: capital(countedInWords(soon, "launch", "launches")), href: toOpen },
          { text: `${those} in the next two weeks` },
        ]
      : [
          { text: "No launch in the next two weeks; " },
          { text: countedInWords(open.length, "launch", "launches"), href: toOpen },
          { text: `${those} ${open.length === 1 ? "is" : "are"} planned` },
        ]),
    ...waitsWords(open.filter(({ waitsForMe }) => waitsForMe)),
    ...(past.length > 0
      ? [
          { text: "; of " },
          oneOrList(past, countedInWords(past.length, "launch", "launches"), toOpen),
          { text: " the day has passed" },
        ]
      : []),
    { text: "." },
  ];
}

const oneOrList = (rows: readonly LaunchRow[], text: string, list: string): LinkedWords => ({
  text,
  href: rows.length === 1 && rows[0] ? launchHref(rows[0].id) : list,
});

function waitsWords(mine: readonly LaunchRow[]): LinkedWords[] {
  const [first] = mine;
  if (!first) return [{ text: "; none waits for you" }];
  const count = countedInWords(mine.length, "", "").trim();
  return [
    { text: "; " },
    { text: count, href: mine.length === 1 ? launchHref(first.id) : "#launches", tone: "bad" },
    { text: mine.length === 1 ? " waits for you" : " wait for you" },
  ];
}
