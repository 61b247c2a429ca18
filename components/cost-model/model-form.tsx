"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { focusFirstError } from "@/components/forms/form-care";
import { currencyOptions } from "@/components/settings/choices";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Notice } from "@/components/ui/notice";
import { onDemand } from "@/components/ui/on-demand";
import { Select } from "@/components/ui/select";
import { toasts } from "@/components/ui/toast-store";
import type { CostModel } from "@/lib/contracts/cost-model";
import { counted } from "@/lib/domain/words";
import { ContestedNotice } from "./contested-notice";
import { saveOf } from "./model-texts";
import { PlausibleLine } from "./plausible-line";
import { PricesCard } from "./prices-card";
import type { RatedQuestion } from "./rate-rows";
import { RatesCard } from "./rates-card";
import { SeverityCard } from "./severity-card";
import { useModelForm } from "./use-model-form";

const ReviewDialog = onDemand(() => import("./review-dialog").then((module) => module.ReviewDialog));
const ImportDialog = onDemand(() => import("./import-dialog").then((module) => module.ImportDialog));

interface ModelFormProps {
  model: CostModel;
  questions: readonly RatedQuestion[];
}

/** Prices, weights and rates, for those who may set them. Nothing counts before it was looked over and saved. */
export function ModelForm({ model, questions }: ModelFormProps) {
  const router = useRouter();
  const form = useModelForm(model);
  const element = useRef<HTMLFormElement>(null);
  const [open, setOpen] = useState<"review" | "import" | null>(null);
  const [passedOver, setPassedOver] = useState<readonly string[]>([]);
  const { base, there, texts, changed, errors } = form;
  const set = (field: string, text: string) => form.set({ [field]: text });
  const nameOf = (key: string) => questions.find((question) => question.key === key)?.title ?? key;
  const fields = { texts, base, errors, set };
  const wrong = Object.keys(errors).length;

  function review(): void {
    if (form.check()) setOpen("review");
    else focusFirstError(element.current);
  }
  return (
    <form
      ref={element}
      noValidate
      className="grid gap-4.5"
      onSubmit={(event) => {
        event.preventDefault();
        review();
      }}
    >
      <ContestedNotice form={form} nameOf={nameOf} />
      {passedOver.length > 0 && (
        <Notice tone="warn" title="Some of the import does not apply here and was skipped.">
          <span className="[overflow-wrap:anywhere]">{passedOver.join(", ")}</span>
        </Notice>
      )}
      <PricesCard fields={fields}>
        <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
          <Select
            label="Currency"
            hint="Changing it converts nothing: the same amounts count in the new currency."
            className="w-72"
            value={texts.currency ?? ""}
            error={errors.currency}
            onChange={(event) => set("currency", event.target.value)}
            options={currencyOptions(texts.currency ?? "EUR")}
          />
          <div className="flex gap-2">
            <a
              href="/api/v1/exposure/model"
              download="cost-model.json"
              className={buttonLook("plain", "normal")}
            >
              Export JSON
            </a>
            <Button onClick={() => setOpen("import")}>Import JSON</Button>
          </div>
        </div>
      </PricesCard>
      <SeverityCard fields={fields} />
      <RatesCard fields={fields} questions={questions} reasons={model.reasons}>
        <PlausibleLine plausibility={model.plausibility} />
      </RatesCard>
      {changed.length > 0 && (
        <div className="sticky bottom-0 z-10 -mx-3.5 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-strong bg-card px-4.5 py-2.5 shadow-raised md:-mx-0 md:rounded-t-xl md:border-x">
          <p role="status" className="mr-auto">
            <b>{counted(changed.length, "input")}</b> changed, not saved.
            {wrong > 0 && (
              <span className="text-no"> {counted(wrong, "field needs", "fields need")} another look.</span>
            )}
          </p>
          <Button onClick={form.discard}>Discard</Button>
          <Button type="submit" variant="main">
            Review and save
          </Button>
        </div>
      )}
      {open === "import" && (
        <ImportDialog
          texts={texts}
          onRead={(read, passed) => {
            form.set(read);
            setPassedOver(passed);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "review" && (
        <ReviewDialog
          body={saveOf(base, texts, there.prices)}
          number={there.number}
          nameOf={nameOf}
          onFaster={(now) => {
            form.takeIn(now);
            setOpen(null);
            element.current?.scrollIntoView({ block: "start" });
          }}
          onSaved={(saved) => {
            form.saved(saved);
            setPassedOver([]);
            setOpen(null);
            toasts.show({ text: "The prices and rates are saved and apply from now on." });
            router.refresh();
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </form>
  );
}
