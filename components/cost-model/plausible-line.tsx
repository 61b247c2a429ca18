import { Notice } from "@/components/ui/notice";
import type { CostModel } from "@/lib/contracts/cost-model";
import { amountText } from "@/lib/domain/amount-text";

/** Whether the rates in force are plausible: what a tier 1 service with nothing in place would have a year (R2). */
export function PlausibleLine({ plausibility }: Pick<CostModel, "plausibility">) {
  return plausibility.map(({ checklist, version, name, incidents, least, most, warning }) =>
    warning === null ? (
      <p key={`${checklist} ${version}`} className="mb-3 max-w-[62em] text-ink-2">
        A tier 1 service asked version {version} of “{name}”, with every question open, would have{" "}
        <b className="text-ink tabular-nums">{amountText(incidents, null)}</b> incidents a year; {least} to{" "}
        {most} is plausible.
      </p>
    ) : (
      <div key={`${checklist} ${version}`} className="mb-3">
        <Notice tone="warn">{warning}</Notice>
      </div>
    ),
  );
}
