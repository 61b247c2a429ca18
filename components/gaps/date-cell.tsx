"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { inputLook } from "@/components/ui/input-look";

interface DateCellProps {
  label: string;
  value: string;
  onCommit: (value: string) => void;
  /** What stands there while it is not edited. */
  children: ReactNode;
}

/** How long a choice rests before it is saved: arrow keys pass through values that nobody means. */
const REST_MS = 700;

/** A day that turns into its field when pressed. Enter, leaving it or a short rest saves; Escape does not. */
export function DateCell({ label, value, onCommit, children }: DateCellProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const editing = draft !== null;

  const returning = useRef(false);
  const byPointer = useRef(false);
  const typedAt = useRef(0);
  useEffect(() => {
    if (!editing) {
      if (returning.current) button.current?.focus();
      returning.current = false;
      return;
    }
    field.current?.focus();
    try {
      // an open calendar takes the keys away from those who type a date
      if (byPointer.current) field.current?.showPicker();
    } catch {
      // not allowed or not known: the focused field is enough
    }
    return () => clearTimeout(timer.current);
  }, [editing]);

  function leave(next: string | null, refocus: boolean): void {
    clearTimeout(timer.current);
    returning.current = refocus;
    setDraft(null);
    // a year that is still being typed is no date that anybody means
    const meant = next === "" || (next ?? "") >= "2000";
    if (next !== null && next !== value && meant) onCommit(next);
  }
  const choose = (next: string, at: number) => {
    setDraft(next);
    clearTimeout(timer.current);
    const picked = at - typedAt.current > REST_MS;
    if (picked) timer.current = setTimeout(() => leave(next, true), REST_MS);
  };

  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        onClick={(event) => {
          byPointer.current = event.detail > 0;
          setDraft(value);
        }}
        className="-mx-1.5 min-h-7 min-w-7 rounded-md px-1.5 text-left hover:bg-sunk"
      >
        <span className="sr-only">{label}: </span>
        {children}
      </button>
    );
  }
  return (
    <input
      ref={field}
      type="date"
      aria-label={label}
      value={draft}
      className={`${inputLook} h-7.5 px-1.5!`}
      onChange={(event) => choose(event.target.value, event.timeStamp)}
      onBlur={() => {
        if (!returning.current) leave(field.current?.validity.badInput ? null : draft, false);
      }}
      onKeyDown={(event: KeyboardEvent) => {
        typedAt.current = event.timeStamp;
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // or the same press would open it again, once the focus is back on the button
        event.preventDefault();
        leave(event.key === "Enter" ? draft : null, true);
      }}
    />
  );
}
