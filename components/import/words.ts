import type { ImportTable } from "@/lib/domain/import-columns";
import type { ImportAction, ImportKind, ImportRow } from "@/lib/domain/import-rows";
import { counted, listed } from "@/lib/domain/words";

/** What a row is about, as one and as many. */
const KIND_WORDS: Record<ImportKind, readonly [one: string, many: string]> = {
  team: ["team", "teams"],
  service: ["service", "services"],
  answer: ["answer", "answers"],
  plan: ["plan", "plans"],
  entity: ["entry", "entries"],
};

/** What the rows of a table are, for a choice. */
export const TABLE_TEXT: Record<ImportTable, string> = {
  services: "Services",
  answers: "Answers",
  gaps: "Plans for gaps",
};

/** Part of a sentence; a number in it leads to the rows that it counts. */
export interface Words {
  text: string;
  show?: ImportAction;
}

type Counted = Pick<ImportRow, "kind" | "action">;
const ofAction = (rows: readonly Counted[], action: ImportAction) =>
  rows.filter((row) => row.action === action);

/** "2 teams and 14 services": what rows are about, in the order of KIND_WORDS. */
export function countThings(rows: readonly Pick<ImportRow, "kind">[]): string {
  const things = Object.entries(KIND_WORDS).flatMap(([kind, [one, many]]) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count === 0 ? [] : [counted(count, one, many)];
  });
  return listed(things);
}

const are = (rows: readonly unknown[]) => (rows.length === 1 ? "is" : "are");

/** What an import would do: the sentence over its preview, every number leading to its rows. */
export function previewWords(rows: readonly Counted[]): Words[] {
  const [create, change, same, skip, error] = (["create", "change", "same", "skip", "error"] as const).map(
    (action) => ofAction(rows, action),
  ) as [Counted[], Counted[], Counted[], Counted[], Counted[]];
  const mend = `${counted(error.length, "row")} must be corrected`;
  const does = create.length + change.length > 0;
  if (!does && error.length > 0)
    return [{ text: mend, show: "error" }, { text: " before anything can be imported." }];
  if (!does && same.length === 0) {
    if (skip.length === 0) return [{ text: "There is nothing in it to import." }];
    return [
      { text: "Nothing in it will be imported: " },
      { text: counted(skip.length, "row"), show: "skip" },
      { text: " left out." },
    ];
  }
  if (!does) {
    if (skip.length === 0)
      return [
        { text: "Nothing to do: " },
        { text: "everything", show: "same" },
        { text: " already matches the file." },
      ];
    return [
      { text: "Nothing to do: " },
      { text: counted(same.length, "row"), show: "same" },
      { text: ` already ${same.length === 1 ? "matches" : "match"} the file, ` },
      { text: String(skip.length.toLocaleString("en")), show: "skip" },
      { text: ` ${are(skip)} left out.` },
    ];
  }
  const clauses: Words[][] = [];
  if (create.length > 0)
    clauses.push([{ text: countThings(create), show: "create" }, { text: " will be created" }]);
  if (change.length > 0) {
    const things =
      create.length > 0 && isOnly(change, "service")
        ? change.length.toLocaleString("en")
        : countThings(change);
    clauses.push([
      { text: things, show: "change" },
      { text: create.length > 0 ? " changed" : " will be changed" },
    ]);
  }
  if (same.length > 0) {
    clauses.push([
      { text: same.length.toLocaleString("en"), show: "same" },
      { text: ` ${are(same)} already there` },
    ]);
  }
  if (skip.length > 0)
    clauses.push([{ text: skip.length.toLocaleString("en"), show: "skip" }, { text: " left out" }]);
  const sentence = clauses.flatMap((clause, index) => [
    ...(index === 0 ? [] : [{ text: index === clauses.length - 1 && error.length === 0 ? " and " : ", " }]),
    ...clause,
  ]);
  if (error.length === 0) return [...sentence, { text: "." }];
  return [
    ...sentence,
    { text: "; " },
    { text: counted(error.length, "row"), show: "error" },
    { text: " must be corrected first." },
  ];
}

const isOnly = (rows: readonly Counted[], kind: ImportKind) => rows.every((row) => row.kind === kind);

/** What the button does, in so many words. Only asked when something is to be done. */
export function doWords(rows: readonly Counted[]): string {
  const create = ofAction(rows, "create");
  const change = ofAction(rows, "change");
  if (create.length === 0) return `Change ${countThings(change)}`;
  const made = `Create ${countThings(create)}`;
  return change.length === 0 ? made : `${made}, change ${countThings(change)}`;
}

/** The same while it is being done. */
export const doingWords = (rows: readonly Counted[]): string => {
  const words = doWords(rows)
    .replace(/^Create/, "Creating")
    .replace(/^Change/, "Changing")
    .replace(", change", ", changing");
  return `${words} …`;
};

/** What an import has done: the sentence over its result. */
export function resultWords(rows: readonly Counted[]): Words[] {
  const create = ofAction(rows, "create");
  const change = ofAction(rows, "change");
  const were = (some: readonly Counted[]) => (some.length === 1 ? "was" : "were");
  if (create.length + change.length === 0)
    return [{ text: "Nothing to do: everything already matches the file." }];
  const made: Words[] = [{ text: countThings(create), show: "create" }, { text: ` ${were(create)} created` }];
  const changed: Words[] = [
    { text: countThings(change), show: "change" },
    { text: ` ${were(change)} changed` },
  ];
  return [
    ...(create.length > 0 ? made : []),
    ...(create.length > 0 && change.length > 0 ? [{ text: " and " }] : []),
    ...(change.length > 0 ? changed : []),
    { text: "." },
  ];
}

/** Linked words as plain text, for those who listen, and for tests. */
export const plainWords = (words: readonly Words[]): string => words.map(({ text }) => text).join("");
