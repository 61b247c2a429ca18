import { counted } from "@/components/service/counted";
import { incidentsText } from "@/components/service/figures";
import { Notice } from "@/components/ui/notice";
import { Table, Td, Th } from "@/components/ui/table";
import type { ModelPreview } from "@/lib/contracts/model-preview";
import { changeWords } from "./change-words";
import { beforeAfter } from "./preview-rows";

interface PreviewTablesProps {
  preview: ModelPreview;
  textOf: (question: string) => string;
}

/** What a model would change: totals before and after, and each input by itself. */
export function PreviewTables({ preview, textOf }: PreviewTablesProps) {
  const { changes, plausibility, services, currency } = preview;
  if (changes.length === 0) return <p className="text-ink-2">Nothing would be different.</p>;
  const warnings = plausibility.flatMap(({ checklist, warning }) =>
    warning === null ? [] : [{ checklist, warning }],
  );
  return (
    <>
      {warnings.map(({ checklist, warning }) => (
        <Notice key={checklist} tone="warn">
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
          {changes.map(({ change }) => {
            const words = changeWords(change, currency.after, textOf);
            return (
              <tr key={words.what}>
                <Th scope="row" className="font-normal">
                  {words.what}
                </Th>
                <Td numeric className="text-ink-3">
                  {words.from}
                </Td>
                <Td numeric className="font-strong">
                  {words.to}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {plausibility.map(({ checklist, name, incidents, least, most }) => (
        <p key={checklist} className="-mt-2 text-sm text-ink-3">
          With everything open, a tier 1 service asked “{name}” would have {incidentsText(incidents)}{" "}
          incidents a year; {least} to {most} is plausible.
        </p>
      ))}
    </>
  );
}
