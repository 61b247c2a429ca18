"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Field, type FieldWords } from "./field";
import { RemovableChip } from "./removable-chip";
import { addTags } from "./tag-list";

interface TagInputProps extends FieldWords {
  value: readonly string[];
  onChange: (tags: string[]) => void;
  /** Known tags, offered while typing. */
  suggestions?: readonly string[] | undefined;
  /** Turns what was typed into a tag, or into "" to refuse it; trims when not given. */
  normalise?: ((raw: string) => string) | undefined;
  /** Adds hidden inputs of this name for a plain form. */
  name?: string | undefined;
  placeholder?: string | undefined;
  className?: string | undefined;
}

/** Short words as chips: Enter or a comma adds, Backspace in the empty box takes the last one away. */
export function TagInput({
  value,
  onChange,
  suggestions,
  normalise,
  name,
  placeholder,
  className,
  ...words
}: TagInputProps) {
  const [draft, setDraft] = useState("");
  const [said, setSaid] = useState("");
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();

  function add(raw: string): void {
    const next = addTags(value, raw, normalise);
    const added = next.slice(value.length);
    if (added.length > 0) {
      onChange(next);
      setSaid(`Added ${added.join(", ")}`);
    }
    setDraft("");
  }
  function remove(tag: string): void {
    onChange(value.filter((other) => other !== tag));
    setSaid(`Removed ${tag}`);
    box.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const last = value[value.length - 1];
    if (event.key === "Enter" && draft.trim() !== "") {
      event.preventDefault();
      add(draft);
    } else if (event.key === "Backspace" && draft === "" && last !== undefined) {
      event.preventDefault();
      remove(last);
    }
  }

  return (
    <Field {...words} className={className}>
      {(control) => (
        <div className="flex flex-wrap items-center gap-1.25 rounded-[7px] border border-field bg-card p-1 has-aria-invalid:border-no has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus">
          {value.map((tag) => (
            <RemovableChip key={tag} name={tag} onRemove={() => remove(tag)}>
              <bdi className="min-w-0 [overflow-wrap:anywhere]">{tag}</bdi>
              {name !== undefined && <input type="hidden" name={name} value={tag} />}
            </RemovableChip>
          ))}
          <input
            dir="auto"
            {...control}
            ref={box}
            value={draft}
            list={suggestions === undefined ? undefined : listId}
            placeholder={value.length === 0 ? placeholder : undefined}
            autoComplete="off"
            onKeyDown={onKeyDown}
            onBlur={() => draft.trim() !== "" && add(draft)}
            onChange={(event) => {
              const typed = event.target.value;
              if (/[,\n]/u.test(typed)) add(typed);
              else setDraft(typed);
            }}
            className="min-h-6 min-w-24 flex-1 bg-transparent px-1.5 outline-none pointer-coarse:text-[1rem]"
          />
          {suggestions !== undefined && (
            <datalist id={listId}>
              {suggestions
                .filter((known) => !value.includes(known))
                .map((known) => (
                  <option key={known} value={known} />
                ))}
            </datalist>
          )}
          <span aria-live="polite" className="sr-only">
            {said}
          </span>
        </div>
      )}
    </Field>
  );
}
