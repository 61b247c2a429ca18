"use client";

import { FasterNotice, ThereNow } from "@/components/forms/there-now";
import { COST_TEXT, COSTS, TIER_TEXT, TIERS } from "@/lib/domain/vocabulary";
import { rateOf } from "./model-texts";
import type { ModelForm } from "./use-model-form";

/** That somebody else was faster: each input that both changed, with mine and theirs. */
export function ContestedNotice({ form, nameOf }: { form: ModelForm; nameOf: (question: string) => string }) {
  const { faster, texts } = form;
  if (faster === null) return null;
  const contested = Object.entries(form.contested);
  return (
    <div className="grid gap-3">
      <FasterNotice what="the prices or rates" compare={contested.length > 0} />
      {contested.map(([field, there]) => (
        <div key={field}>
          <p className="font-strong">{fieldWords(field, nameOf)}</p>
          <p>
            <span className="text-sm text-ink-3">Yours: </span>
            <bdi>{texts[field] || <i className="text-ink-3">nothing</i>}</bdi>
          </p>
          <ThereNow value={there} onTake={(value) => form.set({ [field]: value })} />
        </div>
      ))}
    </div>
  );
}

const PART: Readonly<Record<string, string>> = {
  low: "low price",
  high: "high price",
  why: "where the prices come from",
};

/** The name of an input for people. @param nameOf what a question is called, by its key */
export function fieldWords(field: string, nameOf: (question: string) => string): string {
  if (field === "currency") return "Currency";
  const rate = rateOf(field);
  if (rate) {
    const what = rate.part === "why" ? "why the rate is your own" : "own rate";
    return `${COST_TEXT[rate.cost].name}, ${what}: ${nameOf(rate.question)}`;
  }
  const [kind, key, part = ""] = field.split(".");
  const cost = COSTS.find((each) => each === key);
  if (kind === "price" && cost) return `${COST_TEXT[cost].name}, ${PART[part] ?? part}`;
  const tier = TIERS.find((each) => String(each) === key);
  return tier ? `Weight of tier ${tier}, ${TIER_TEXT[tier].name}` : field;
}
