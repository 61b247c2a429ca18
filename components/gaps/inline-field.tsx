"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { inputLook } from "@/components/ui/input-look";

interface InlineFieldProps {
  label: string;
  value: string;
  /** Choices; without them the field is a date. */
  options?: readonly { value: string; label: string }[] | undefined;
  onCommit: (value: string) => void;
  /** What stands there while it is not edited. */
  children: ReactNode;
}

/** How long a choice rests before it is saved: arrow keys pass through values that nobody means. */
const REST_MS = 700;

/** A value that turns into its field when pressed. Enter, leaving it or a short rest saves; Escape does not. */
export function InlineField({ label, value, options, onCommit, children }: InlineFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const editing = draft !== null;
  const chooses = options !== undefined;

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
      if (chooses || byPointer.current) field.current?.showPicker();
    } catch {
      // not allowed or not known: the focused field is enough
    }
    return () => clearTimeout(timer.current);
  }, [editing, chooses]);

  function leave(next: string | null, refocus: boolean): void {
    clearTimeout(timer.current);
    returning.current = refocus;
    setDraft(null);
    // a year that is still being typed is no date that anybody means
    const meant = chooses || next === "" || (next ?? "") >= "2000";
    if (next !== null && next !== value && meant) onCommit(next);
  }
  const look = {
    "aria-label": label,
    className: `${inputLook} h-7.5 px-1.5!`,
    onBlur: () =>
      draft !== null && !returning.current && leave(field.current?.validity.badInput ? null : draft, false),
    onKeyDown: (event: KeyboardEvent) => {
      typedAt.current = event.timeStamp;
      if (event.key !== "Enter" && event.key !== "Escape") return;
      // or the same press would open it again, once the focus is back on the button
      event.preventDefault();
      leave(event.key === "Enter" ? draft : null, true);
    },
  };
  const choose = (next: string, at: number) => {
    setDraft(next);
    clearTimeout(timer.current);
    const picked = chooses || at - typedAt.current > REST_MS;
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
  return options ? (
    <select
      ref={field}
      {...look}
      value={draft}
      onChange={(event) => choose(event.target.value, event.timeStamp)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  ) : (
    <input
      ref={field}
      {...look}
      type="date"
      value={draft}
      onChange={(event) => choose(event.target.value, event.timeStamp)}
    />
  );
}
