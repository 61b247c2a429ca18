import { classNames } from "@/components/ui/class-names";
import type { ImportSource } from "./parts";

const SOURCES: readonly { source: ImportSource; title: string; text: string }[] = [
  {
    source: "backstage",
    title: "Backstage catalogue",
    text: "catalog-info.yaml, one file or many. Groups become teams, components become services.",
  },
  {
    source: "csv",
    title: "Spreadsheet",
    text: "CSV, or rows copied with their headers: services, answers, or plans for gaps.",
  },
];

interface SourceCardsProps {
  source: ImportSource;
  onChoose: (source: ImportSource) => void;
}

/** Where the rows come from: one of two. */
export function SourceCards({ source, onChoose }: SourceCardsProps) {
  return (
    <fieldset className="grid gap-2.5 sm:grid-cols-2">
      <legend className="sr-only">What do you have?</legend>
      {SOURCES.map((each) => (
        <label
          key={each.source}
          className={classNames(
            "grid grid-cols-[auto_1fr] items-start gap-x-2.5 rounded-xl border bg-card px-4 py-3 shadow-card",
            "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
            source === each.source ? "border-ink" : "border-line hover:border-line-strong",
          )}
        >
          <input
            type="radio"
            name="source"
            value={each.source}
            checked={source === each.source}
            onChange={() => onChoose(each.source)}
            className="mt-1 accent-ink outline-none"
          />
          <span>
            <span className="font-strong">{each.title}</span>
            <span className="block text-pretty text-ink-2">{each.text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
