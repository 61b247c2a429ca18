"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { inputLook } from "@/components/ui/input-look";
import { useNavigate } from "@/lib/client/navigation";

/** How long somebody has to stop typing before the list follows. */
const REST_MS = 150;

interface SearchFormProps {
  /** Path of the page. */
  action: string;
  /** What is searched for. */
  value: string;
  placeholder: string;
  label: string;
  /** What else stands in the address, and stays there when somebody searches. */
  keep: readonly (readonly [name: string, value: string])[];
}

/**
 * The search of a list: a word in the address. The list follows as one types, in place of the address before, so that the
 * way back leads out of the search at once. Before any script does, Enter sends it.
 */
export function SearchForm({ action, value, placeholder, label, keep }: SearchFormProps) {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  /** What was asked for from here since the list last held what was typed: such a list is none that came another way. */
  const asked = useRef([value]);
  /** As the page is when somebody stops typing, not as it was when they began. */
  const beside = useRef(keep);
  useEffect(() => {
    beside.current = keep;
  }, [keep]);

  function ask(known = asked.current.at(-1)): void {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const q = field.current?.value.trim() ?? "";
    // Without a connection the browser would put a page of its own in place of the list.
    if (q === known || !navigator.onLine) return;
    asked.current.push(q);
    const search = new URLSearchParams(q === "" ? [] : [["q", q]]);
    for (const [name, kept] of beside.current) search.append(name, kept);
    navigate(search.size === 0 ? action : `${action}?${search}`, { replace: true, scroll: false });
  }
  function typed(): void {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(), REST_MS);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before any script ran
  useEffect(() => {
    if (field.current?.value.trim() !== value) typed();
    return () => {
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, []);
  useEffect(() => {
    const isOurs = asked.current.includes(value);
    if (value === asked.current.at(-1)) asked.current = [value];
    if (isOurs || timer.current !== null) return;
    asked.current = [value];
    if (field.current) field.current.value = value;
  }, [value]);

  return (
    <search className="relative w-full sm:mr-1.5 sm:w-56">
      <form
        action={action}
        onSubmit={(event) => {
          event.preventDefault();
          ask(value);
        }}
      >
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={field}
          type="search"
          dir="auto"
          name="q"
          defaultValue={value}
          maxLength={200}
          autoComplete="off"
          placeholder={placeholder}
          aria-label={label}
          onInput={typed}
          // A filter that is pressed next finds the address as it should be.
          onBlur={() => timer.current !== null && ask()}
          className={classNames(inputLook, "h-7.5 pl-8 pointer-coarse:h-10")}
        />
        {keep.map(([name, kept]) => (
          <input key={`${name}=${kept}`} type="hidden" name={name} value={kept} />
        ))}
      </form>
    </search>
  );
}
