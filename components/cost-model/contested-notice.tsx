"use client";

import { FasterNotice, ThereNow } from "@/components/forms/there-now";
import { fieldWords } from "./field-words";
import type { ModelForm } from "./use-model-form";

/** That somebody else was faster: each input that both changed, with mine and theirs. */
export function ContestedNotice({ form, textOf }: { form: ModelForm; textOf: (question: string) => string }) {
  const { theirs, texts } = form;
  if (theirs === null) return null;
  const contested = Object.entries(theirs).filter(([field, there]) => texts[field] !== there);
  return (
    <div className="grid gap-3">
      <FasterNotice what="the prices or rates" compare={contested.length > 0} />
      {contested.map(([field, there]) => (
        <div key={field}>
          <p className="font-strong">{fieldWords(field, textOf)}</p>
          <p>
            <span className="text-sm text-ink-3">Yours: </span>
            <bdi>{texts[field] || <i className="text-ink-3">nothing</i>}</bdi>
          </p>
          <ThereNow value={there} onTake={(value) => form.set(field, value)} />
        </div>
      ))}
    </div>
  );
}
