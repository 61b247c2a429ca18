import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldParts, fieldParts } from "./field";
import { inputLook } from "./input-look";

/** One choice of a select. */
export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean | undefined;
}

interface SelectProps extends FieldParts, Omit<ComponentProps<"select">, keyof FieldParts | "children"> {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen; it cannot be chosen itself. */
  placeholder?: string | undefined;
}

/** One of a list, with the browser's own list: it knows every keyboard, phone and screen reader. */
export function Select(props: SelectProps) {
  const { field, own } = fieldParts(props);
  const { options, placeholder, ...rest } = own;
  return (
    <Field {...field}>
      {(control) => (
        <span className="relative block">
          <select
            required={!field.optional}
            {...rest}
            {...control}
            className={classNames(inputLook, "h-8 appearance-none truncate pr-7 pointer-coarse:h-10")}
          >
            {placeholder !== undefined && (
              <option value="" disabled={!field.optional}>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-ink-3"
          />
        </span>
      )}
    </Field>
  );
}
