import { Notice } from "@/components/ui/notice";
import { Table, Td, Th } from "@/components/ui/table";
import type { ModelPreview } from "@/lib/contracts/model-preview";
import { amountText } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";
import { changeWords } from "./change-words";
import { aloneWords, beforeAfter } from "./preview-rows";

interface PreviewTablesProps {
  preview: ModelPreview;
  textOf: (question: string) => string;
}

/** What a model would change: totals before and after, and each input by itself. */
export function PreviewTables({ preview, textOf }: PreviewTablesProps) {
  const { changes, plausibility, services, currency } = preview;
  if (changes.length === 0) return <p className="text-ink-2">Nothing would be different.</p>;
  const warnings = plausibility.flatMap(({ checklist, version, warning }) =>
    warning === null ? [] : [{ key: `${checklist} ${version}`, warning }],
  );
  return (
    <>
      {warnings.map(({ key, warning }) => (
        <Notice key={key} tone="warn">
          {warning}
        </Notice>
      ))}
      <Table caption="Before and after">
        <thead>
          <tr>
            <Th>All services</Th>
            <Th numeric>before</Th>
            <Th numeric>after</Th>
          </tr>
        </thead>
        <tbody>
          {beforeAfter(preview).map(({ name, before, after }) => (
            <tr key={name}>
              <Th scope="row" className="font-normal">
                {name}
              </Th>
              <Td numeric className="text-ink-3">
                {before}
              </Td>
              <Td numeric className={before === after ? "text-ink-3" : "font-strong"}>
                {before === after ? "same" : after}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {services > 0 && (
        <p className="-mt-2 text-sm text-ink-3">
          {counted(services, "service")} would be expected to have another number of incidents.
        </p>
      )}
      <Table caption="What is changed">
        <thead>
          <tr>
            <Th>{counted(changes.length, "change")}</Th>
            <Th numeric>was</Th>
            <Th numeric>becomes</Th>
          </tr>
        </thead>
        <tbody>
          {changes.map((entry) => {
            const words = changeWords(entry.change, currency, textOf);
            const alone = aloneWords(entry, preview);
            return (
              <tr key={words.what}>
                <Th scope="row" className="font-normal">
                  {words.what}
                  {words.why !== null && (
                    <bdi className="block text-sm font-normal [overflow-wrap:anywhere] text-ink-2">
                      “{words.why}”
                    </bdi>
                  )}
                  {alone !== null && (
                    <span className="block text-sm font-normal text-pretty text-ink-3">{alone}</span>
                  )}
                </Th>
                <Td className="text-right break-words tabular-nums text-ink-3">{words.from}</Td>
                <Td className="text-right break-words tabular-nums font-strong">{words.to}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {plausibility.map(({ checklist, version, name, incidents, least, most }) => (
        <p key={`${checklist} ${version}`} className="-mt-2 text-sm text-ink-3">
          A tier 1 service asked version {version} of “{name}”, with every question open, would have{" "}
          {amountText(incidents, null)} incidents a year; {least} to {most} is plausible.
        </p>
      ))}
    </>
  );
}
