import { Check } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "className"> {
  label: ReactNode;
  hint?: ReactNode;
  className?: string | undefined;
}

/** Yes or no to one sentence; the whole sentence can be pressed. */
export function Checkbox({ label, hint, className, id, ...rest }: CheckboxProps) {
  const made = useId();
  const control = id ?? made;
  return (
    <div className={className}>
      <label
        htmlFor={control}
        className="inline-grid min-h-6 grid-cols-[auto_1fr] items-start gap-x-2 py-0.5"
      >
        <span className="relative mt-0.5 grid size-4">
          <input
            {...rest}
            id={control}
            type="checkbox"
            aria-describedby={hint === undefined ? undefined : `${control}-hint`}
            className="peer size-4 appearance-none rounded-sm border border-field bg-card checked:border-ink checked:bg-ink disabled:bg-sunk forced-colors:appearance-auto"
          />
          <Check
            aria-hidden="true"
            strokeWidth={3}
            className="pointer-events-none absolute inset-0.5 hidden size-3 text-paper peer-checked:block forced-colors:hidden!"
          />
        </span>
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p id={`${control}-hint`} className="ml-6 text-sm text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
