import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldWords } from "./field";
import { inputLook } from "./input-look";

/** One choice of a select. */
export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean | undefined;
}

interface SelectProps extends FieldWords, Omit<ComponentProps<"select">, "className" | "children"> {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen; it cannot be chosen itself. */
  placeholder?: string | undefined;
  className?: string | undefined;
}

/** One of a list, with the browser's own list: it knows every keyboard, phone and screen reader. */
export function Select({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  className,
  options,
  placeholder,
  ...rest
}: SelectProps) {
  return (
    <Field {...{ label, hint, error, optional, hideLabel, id, className }}>
      {(control) => (
        <span className="relative block">
          <select
            required={!optional}
            {...rest}
            {...control}
            className={classNames(inputLook, "h-8 appearance-none truncate pr-7 pointer-coarse:h-10")}
          >
            {placeholder !== undefined && (
              <option value="" disabled={!optional}>
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
