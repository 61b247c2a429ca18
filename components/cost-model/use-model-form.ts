"use client";

import { useState } from "react";
import { useLeaveGuard } from "@/components/forms/form-care";
import { useEdit } from "@/components/forms/use-edit";
import type { CostModel } from "@/lib/contracts/cost-model";
import { modelProblems } from "./model-problems";
import { changedFields, textsOf } from "./model-texts";

/** A model as it is being edited, over what is in force. */
export function useModelForm(given: CostModel) {
  const edit = useEdit(given, textsOf);
  const [checked, setChecked] = useState(false);
  const { base, values: texts } = edit;
  const changed = changedFields(base, texts);
  useLeaveGuard(changed.length > 0);
  const problems = modelProblems(base, texts);
  return {
    ...edit,
    texts,
    changed,
    problems,
    errors: checked ? problems : {},
    /** Shows what is wrong. @returns whether nothing is */
    check: () => {
      setChecked(true);
      return Object.keys(problems).length === 0;
    },
    saved: (model: CostModel) => {
      edit.saved(model);
      setChecked(false);
    },
    discard: () => {
      edit.discard();
      setChecked(false);
    },
  };
}
export type ModelForm = ReturnType<typeof useModelForm>;
