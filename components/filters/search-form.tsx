import { Search } from "lucide-react";
import Form from "next/form";
import { classNames } from "@/components/ui/class-names";
import { inputLook } from "@/components/ui/input-look";

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

/** The search of a list: a word in the address, which works before any script does. */
export function SearchForm({ action, value, placeholder, label, keep }: SearchFormProps) {
  return (
    <Form action={action} scroll={false} role="search" className="relative w-full sm:mr-1.5 sm:w-56">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
      />
      <input
        key={value}
        type="search"
        name="q"
        defaultValue={value}
        maxLength={200}
        placeholder={placeholder}
        aria-label={label}
        className={classNames(inputLook, "h-7.5 pl-8 pointer-coarse:h-10")}
      />
      {keep.map(([name, kept]) => (
        <input key={`${name}=${kept}`} type="hidden" name={name} value={kept} />
      ))}
    </Form>
  );
}
