"use client";

import { Plus, X } from "lucide-react";
import { useId, useRef } from "react";
import { Button } from "./button";
import { TextField } from "./text-field";

/** A named address. */
export interface LinkRow {
  label: string;
  url: string;
}

interface LinkListFieldProps {
  /** What the links are, as the legend of the group. */
  label: string;
  hint?: string | undefined;
  value: readonly LinkRow[];
  onChange: (rows: LinkRow[]) => void;
  /** What is wrong with the address of a row, by its index. */
  errors?: Readonly<Record<number, string>> | undefined;
  /** Most rows that can be added. */
  max?: number | undefined;
  addText?: string | undefined;
}

/** Links as pairs of words and address, added and removed one by one; the focus follows. */
export function LinkListField({
  label,
  hint,
  value,
  onChange,
  errors,
  max = 20,
  addText = "Add a link",
}: LinkListFieldProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  const hintId = useId();

  const focus = (selector: string) =>
    requestAnimationFrame(() => group.current?.querySelector<HTMLElement>(selector)?.focus());
  const change = (at: number, part: Partial<LinkRow>) =>
    onChange(value.map((row, index) => (index === at ? { ...row, ...part } : row)));

  function add(): void {
    onChange([...value, { label: "", url: "" }]);
    focus(`[data-row="${value.length}"] input`);
  }
  function remove(at: number): void {
    onChange(value.filter((_, index) => index !== at));
    focus(value.length > 1 ? `[data-row="${Math.max(0, at - 1)}"] button` : "[data-add]");
  }

  return (
    <fieldset
      ref={group}
      aria-describedby={hint === undefined ? undefined : hintId}
      className="grid min-w-0 gap-2"
    >
      <legend className="mb-1 text-sm font-strong">{label}</legend>
      {hint !== undefined && (
        <p id={hintId} className="-mt-1 text-sm text-ink-3">
          {hint}
        </p>
      )}
      {value.map((row, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are edited in place and have no other identity
          key={at}
          data-row={at}
          className="grid grid-cols-[1fr_auto] items-start gap-1.5 sm:grid-cols-[10rem_1fr_auto]"
        >
          <TextField
            hideLabel
            label={`Name of link ${at + 1}`}
            placeholder="Name"
            value={row.label}
            onChange={(event) => change(at, { label: event.target.value })}
          />
          <TextField
            hideLabel
            label={`Address of link ${at + 1}`}
            placeholder="https://"
            type="url"
            inputMode="url"
            className="order-last col-span-2 sm:order-none sm:col-span-1"
            error={errors?.[at]}
            value={row.url}
            onChange={(event) => change(at, { url: event.target.value })}
          />
          <button
            type="button"
            aria-label={`Remove link ${at + 1}${row.label === "" ? "" : `, ${row.label}`}`}
            onClick={() => remove(at)}
            className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </div>
      ))}
      {value.length < max && (
        <div>
          <Button data-add="" icon={<Plus aria-hidden="true" className="size-3.5" />} onClick={add}>
            {addText}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
