import { expect, it } from "vitest";
import { importSentence, type SeenImport } from "./import-preview";

const counts = { added: 0, removed: 0, changed: 0, moved: 0, meaningChanged: 0, same: 2 };
const seen = (
  some: Partial<typeof counts>,
  replaces: { version: number; revision: number } | null = null,
): SeenImport => ({
  document: {
    ...{ format: "plumbline.checklist/1", checklist: "own", name: "Our own", version: 1, note: "" },
    questions: [],
  },
  preview: {
    ...{ dryRun: true, replaces, draft: null },
    comparison: {
      ...{ checklist: "own", name: "Our own", from: replaces?.version ?? 1, to: 2, questions: [] },
      counts: { ...counts, ...some },
    },
  },
});

it.each([
  [seen({ added: 1, removed: 2 }), "From version 1 to the file: 1 question added, 2 retired."],
  [
    seen({ changed: 3 }, { version: 2, revision: 4 }),
    "From the draft of version 2 to the file: 3 questions changed.",
  ],
  [seen({}), "The file asks what version 1 asks, in the same order: 2 questions."],
])("says in numbers what a file would change: %#", (given, words) => {
  expect(importSentence(given)).toBe(words);
});
