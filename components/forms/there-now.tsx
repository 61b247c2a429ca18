"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Says at the top of a form that somebody was faster, and what became of either text. */
export function FasterNotice({ what, compare }: { what: string; compare: boolean }) {
  return (
    <Notice tone="warn" title={`Somebody else changed ${what} while you were typing.`}>
      {compare
        ? "Your text is kept. The current version is shown below; saving again replaces it with yours."
        : "Their changes are included, and what you typed is kept. Review it, then save again."}
    </Notice>
  );
}

interface ThereNowProps {
  /** What somebody else saved in this field; absent when there is nothing to compare. */
  value: string | undefined;
  onTake: (value: string) => void;
}

/** Under a field that two people changed: what is there now, and the way to take it instead of one's own. */
export function ThereNow({ value, onTake }: ThereNowProps) {
  if (value === undefined) return null;
  return (
    <div className="mt-1.5 flex flex-wrap items-start gap-x-3 gap-y-1.5 border-l-2 border-partly-mark pl-2.5">
      <p className="min-w-0 flex-1 basis-48 py-1">
        <span className="text-sm text-ink-3">There now: </span>
        {value === "" ? (
          <i className="text-ink-3">nothing</i>
        ) : (
          <bdi className="whitespace-pre-wrap">{value}</bdi>
        )}
      </p>
      <Button onClick={() => onTake(value)}>Take this</Button>
    </div>
  );
}
