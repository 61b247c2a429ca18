import { FileUp, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { TextArea } from "@/components/ui/text-area";
import type { ImportSource, Part, Place } from "./parts";
import { bytesOf, MOST_BYTES, sizeProblem } from "./request";

interface TextCardProps {
  source: ImportSource;
  parts: readonly Part[];
  /** Files are held over the page. */
  over: boolean;
  /** What is wrong with the text. */
  error: string | null;
  /** The line that somebody wants to see. */
  shown: Place | null;
  onText: (parts: Part[]) => void;
  onFiles: (files: File[]) => void;
  onPreview: () => void;
}

const HINT: Record<ImportSource, { label: string; placeholder: string; accept: string }> = {
  backstage: {
    label: "Catalogue",
    placeholder:
      "kind: Component\nmetadata:\n  name: checkout\nspec:\n  owner: payments\n  lifecycle: production",
    accept: ".yaml,.yml,.txt,text/yaml,application/yaml",
  },
  csv: {
    label: "Rows with their headers",
    placeholder: "name\tteam\ttier\tlifecycle\nCheckout\tPayments\t1\tlive",
    accept: ".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values",
  },
};

/** The text that is imported: dropped, chosen, pasted or typed; how large it is; the way to its preview. */
export function TextCard({ source, parts, over, error, shown, onText, onFiles, onPreview }: TextCardProps) {
  const picker = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(shown?.index ?? 0);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    const box = area.current?.querySelector("textarea");
    if (shown !== null && box) showLine(box, shown.line);
  }, [shown]);
  const chosen = Math.min(wanted, parts.length - 1);
  const { label, placeholder, accept } = HINT[source];
  const empty = parts.every(({ text }) => text.trim() === "");
  const bytes = empty ? 0 : bytesOf(parts.map(({ text }) => text));
  const large = sizeProblem(bytes);
  const preview = () => {
    setMissing(empty);
    if (!empty && large === null) onPreview();
  };
  return (
    <Card
      className={classNames(
        "grid gap-3 outline-2 -outline-offset-2 outline-dashed",
        over ? "outline-focus" : "outline-transparent",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          icon={<FileUp aria-hidden="true" className="size-3.5" />}
          onClick={() => picker.current?.click()}
        >
          Choose {source === "csv" ? "a file" : "files"}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple={source === "backstage"}
          accept={accept}
          aria-label={source === "csv" ? "File to import" : "Files to import"}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            onFiles(Array.from(event.target.files ?? []));
            event.target.value = "";
          }}
        />
        <span className="text-ink-2">
          {over
            ? "Drop the file here."
            : `or drop ${source === "csv" ? "it" : "them"} anywhere on this page, or paste below.`}
        </span>
      </div>
      <PartTabs
        parts={parts}
        chosen={chosen}
        onChoose={setWanted}
        onRemove={(index) => {
          const left = parts.filter((_, each) => each !== index);
          onText(left.length > 0 ? left : [{ name: null, text: "" }]);
        }}
      />
      <div ref={area}>
        <TextArea
          label={parts[chosen]?.name ?? label}
          error={error ?? large ?? (missing && empty ? "Add a file, or paste text." : null)}
          wrap="off"
          dir="ltr"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          placeholder={placeholder}
          value={parts[chosen]?.text ?? ""}
          onChange={(event) =>
            onText(
              parts.map((part, index) => (index === chosen ? { ...part, text: event.target.value } : part)),
            )
          }
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) preview();
          }}
          className="[&_textarea]:max-h-[46vh] [&_textarea]:min-h-48 [&_textarea]:font-mono [&_textarea]:text-[0.78125rem]"
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button variant="main" onClick={preview}>
          Preview
        </Button>
        <span className="text-sm text-ink-3">You see what would happen before anything is saved.</span>
        <span
          className={classNames(
            "text-sm tabular-nums sm:ml-auto",
            large === null ? "text-ink-3" : "font-strong text-no",
          )}
        >
          {sizeText(bytes)} of {MOST_BYTES / 1_000_000} MB
        </span>
      </div>
    </Card>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 100_000) return `${Math.ceil(bytes / 1000).toLocaleString("en")} KB`;
  return (bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 2 });
}

/** Selects a line and scrolls to it, a few lines below the edge. */
function showLine(box: HTMLTextAreaElement, line: number): void {
  const lines = box.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  box.focus();
  box.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  box.scrollTop = (line - 4) * Number.parseFloat(getComputedStyle(box).lineHeight);
  box.scrollLeft = 0;
}

interface PartTabsProps {
  parts: readonly Part[];
  chosen: number;
  onChoose: (index: number) => void;
  onRemove: (index: number) => void;
}

/** The files that are imported together: which one is shown, and the way to leave one out. */
function PartTabs({ parts, chosen, onChoose, onRemove }: PartTabsProps) {
  if (parts.length < 2 && (parts[0]?.name ?? null) === null) return null;
  return (
    <ul aria-label="Files" className="flex flex-wrap gap-1.5">
      {parts.map(({ name }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: files may have one name, and stay in their order
          key={index}
          className={classNames(
            "flex max-w-full items-center rounded-2xl border text-sm",
            index === chosen ? "border-ink bg-card" : "border-line bg-sunk text-ink-2",
          )}
        >
          <button
            type="button"
            aria-pressed={index === chosen}
            onClick={() => onChoose(index)}
            className="min-h-6.5 min-w-0 rounded-l-2xl text-left [overflow-wrap:anywhere] py-0.5 pr-1 pl-3 hover:text-ink"
          >
            <bdi>{name ?? "Pasted text"}</bdi>
          </button>
          <button
            type="button"
            aria-label={`Leave out ${name ?? "the pasted text"}`}
            onClick={() => onRemove(index)}
            className="grid size-6.5 shrink-0 place-items-center rounded-r-full text-ink-3 hover:text-ink"
          >
            <X aria-hidden="true" className="size-3" />
          </button>
        </li>
      ))}
    </ul>
  );
}
