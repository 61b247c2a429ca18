"use client";

import { createContext, use } from "react";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import type { QuestionDiff } from "@/lib/domain/checklist-diff";
import type { Area } from "@/lib/domain/vocabulary";

/** What the rows of an editor know and do. */
interface EditorValue {
  /** The key of the question whose form is open. */
  open: string | null;
  setOpen: (key: string | null) => void;
  errors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  numbers: ReadonlyMap<string, string>;
  diffs: ReadonlyMap<string, QuestionDiff<QuestionDraft>>;
  /** No earlier version has it, so that its key may still be chosen. */
  isNew: (key: string) => boolean;
  change: (key: string, some: Partial<QuestionDraft>) => void;
  retire: (key: string) => void;
  bringBack: (question: QuestionDraft) => void;
  move: (key: string, by: 1 | -1) => void;
  add: (area: Area, text: string) => void;
}

export const EditorContext = createContext<EditorValue | null>(null);

/** The editor around. @throws RangeError outside of one */
export function useEditor(): EditorValue {
  const value = use(EditorContext);
  if (value === null) throw new RangeError("there is no editor around");
  return value;
}
