import type { ModelTexts } from "./model-texts";

/** What every part of the form shares. */
export interface ModelFields {
  texts: ModelTexts;
  /** What is in force, to say what is different. */
  base: ModelTexts;
  /** What is wrong, by the name of the input. */
  errors: Readonly<Record<string, string>>;
  set: (field: string, text: string) => void;
}

/** Whether one of these inputs is different from what is in force. */
export const isChanged = (
  { texts, base }: Pick<ModelFields, "texts" | "base">,
  fields: readonly string[],
): boolean => fields.some((field) => (texts[field] ?? "").trim() !== (base[field] ?? "").trim());
