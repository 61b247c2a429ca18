import { Tag } from "@/components/ui/tag";
import type { ChecklistComparison } from "@/lib/contracts/checklists";
import { fieldName, valueText } from "./field-words";

type Change = ChecklistComparison["questions"][number];
const WORDS: Record<Change["kind"], string> = {
  added: "new",
  removed: "no longer asked",
  changed: "changed",
  moved: "moved",
};

interface ChangeCardProps {
  change: Change;
  /** What was before and what comes, such as "version 1". */
  from: string;
  to: string;
}

/** One question in two versions: both side by side, field by field where they differ. */
export function ChangeCard({ change, from, to }: ChangeCardProps) {
  const { kind, meaningChanged, moved, fields, before, after } = change;
  const shown = after ?? before;
  return (
    <li
      id={change.key}
      className="rounded-xl border border-line bg-card px-4.5 py-3 shadow-card print:break-inside-avoid"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
        <Tag>{WORDS[kind]}</Tag>
        {meaningChanged && <Tag strong>asks something else</Tag>}
        {moved && (
          <span>
            was {before?.number}, is {after?.number}
          </span>
        )}
      </p>
      <h3
        dir="auto"
        className={`mt-1 font-strong text-pretty [overflow-wrap:anywhere] ${kind === "removed" ? "line-through" : ""}`}
      >
        {shown?.title || shown?.text}
      </h3>
      {shown?.title && (
        <p dir="auto" className="text-pretty text-ink-2 [overflow-wrap:anywhere]">
          {shown.text}
        </p>
      )}
      {(kind === "added" || kind === "removed") && (
        <p className="mt-1 text-pretty text-ink-2 [overflow-wrap:anywhere]">{shown?.why}</p>
      )}
      {fields.length > 0 && (
        <dl className="mt-2 grid gap-2.5">
          {fields.map(({ field, from: was, to: is }) => (
            <div
              key={field}
              className="grid gap-x-5 gap-y-1 border-t border-line pt-2 md:grid-cols-[9rem_1fr_1fr]"
            >
              <dt className="text-sm text-ink-3">{fieldName(field)}</dt>
              <dd className="min-w-0 text-pretty whitespace-pre-line [overflow-wrap:anywhere] text-ink-2">
                <span className="text-sm text-ink-3">{from}: </span>
                <bdi>{valueText(field, was)}</bdi>
              </dd>
              <dd className="min-w-0 text-pretty whitespace-pre-line [overflow-wrap:anywhere]">
                <span className="text-sm text-ink-3">{to}: </span>
                <bdi>{valueText(field, is)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
