"use client";

import { useState } from "react";
import { useLeaveGuard } from "@/components/forms/form-care";
import { mergeEdit } from "@/components/forms/merge-edit";
import type { CostModel } from "@/lib/contracts/cost-model";
import { modelProblems } from "./model-problems";
import { changedFields, type ModelTexts, textsOf } from "./model-texts";

/** The same names in each, "" where one has none. */
function alike(...all: readonly ModelTexts[]): ModelTexts[] {
  const names = new Set(all.flatMap((texts) => Object.keys(texts)));
  return all.map((texts) => Object.fromEntries([...names].map((name) => [name, texts[name] ?? ""])));
}

/** What an edit starts from. */
const baseOf = (model: CostModel) => ({
  texts: textsOf(model),
  prices: model.prices,
  number: model.number,
});

/**
 * A model as it is being edited. What somebody else put in force meanwhile is taken in where nothing was typed; where
 * both changed an input, what was typed stays and `theirs` has the other.
 */
export function useModelForm(given: CostModel) {
  const [base, setBase] = useState(() => baseOf(given));
  const [texts, setTexts] = useState(base.texts);
  const [theirs, setTheirs] = useState<ModelTexts | null>(null);
  const [checked, setChecked] = useState(false);
  const changed = changedFields(base.texts, texts);
  useLeaveGuard(changed.length > 0);
  const problems = modelProblems(base.texts, texts);

  function take(model: CostModel): void {
    const [was = {}, mine = {}, now = {}] = alike(base.texts, texts, textsOf(model));
    const merged = mergeEdit(was, mine, now);
    setBase(baseOf(model));
    setTexts(merged.values);
    setTheirs(merged.theirs as ModelTexts);
  }
  return {
    base,
    texts,
    changed,
    problems,
    errors: checked ? problems : {},
    theirs,
    set: (field: string, text: string) => setTexts((old) => ({ ...old, [field]: text })),
    /** Puts many inputs in at once, such as an imported model: nothing is saved by it. */
    fill: (more: ModelTexts) => setTexts(more),
    /** Shows what is wrong. @returns whether nothing is */
    check: () => {
      setChecked(true);
      return Object.keys(problems).length === 0;
    },
    /** Somebody else was faster: this is in force now. */
    take,
    saved: (model: CostModel) => {
      const now = baseOf(model);
      setBase(now);
      setTexts(now.texts);
      setTheirs(null);
      setChecked(false);
    },
    discard: () => {
      setTexts(base.texts);
      setTheirs(null);
      setChecked(false);
    },
  };
}
export type ModelForm = ReturnType<typeof useModelForm>;
