"use client";

import { useState } from "react";
import { TextField } from "@/components/ui/text-field";

interface NumberFieldProps {
  label: string;
  hideLabel?: boolean;
  unit?: string;
  optional?: boolean;
  /** Not a number while what stands there is none. */
  value: number | null;
  onChange: (value: number) => void;
  error?: string | undefined;
}

/** A number as it is being typed: what is no number yet stays on the screen, and is not one to whoever asks. */
export function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  const [typed, setTyped] = useState(() => textOf(value));
  // What changed elsewhere replaces what stands here; what means the same does not ("0." while typing 0.5).
  const shown = value !== null && Number.isFinite(value) && Number(typed) !== value ? textOf(value) : typed;
  return (
    <TextField
      {...field}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        const text = event.target.value.replace(",", ".");
        setTyped(text);
        onChange(text.trim() === "" ? Number.NaN : Number(text));
      }}
    />
  );
}

const textOf = (value: number | null) => (value !== null && Number.isFinite(value) ? String(value) : "");
