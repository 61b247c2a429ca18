"use client";

import { useId } from "react";
import { CopyButton } from "./copy-button";

interface SecretTextProps {
  label: string;
  text: string;
  /** What is copied, for those who listen. */
  what: string;
}

/** A text to be taken along whole, such as a link or a key: selected by one press, copied by another. */
export function SecretText({ label, text, what }: SecretTextProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-strong">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={text}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="h-8 min-w-0 flex-1 rounded-[7px] border border-field bg-sunk px-2.5 font-mono text-sm pointer-coarse:h-10"
        />
        <CopyButton text={text} what={what} variant="main" className="pointer-coarse:min-h-10" />
      </div>
    </div>
  );
}
