import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { inputLook } from "@/components/ui/input-look";
import type { ModelFields } from "./model-form-state";

interface ModelInputProps {
  fields: ModelFields;
  /** The field of the model. */
  field: string;
  /** For those who listen: what stands beside it says it to the others. */
  label: string;
  placeholder: string;
  /** A number, at the right; otherwise a sentence. */
  numeric?: boolean;
  /** Id of what explains it further. */
  describedBy?: string | null;
  className?: string;
}

/** One text of the model in a table, with what is wrong with it below. */
export function ModelInput({
  fields: { texts, errors, set },
  field,
  label,
  placeholder,
  numeric = false,
  describedBy = null,
  className,
}: ModelInputProps) {
  return (
    <Field label={label} hideLabel error={errors[field]}>
      {(control) => (
        <input
          {...control}
          aria-describedby={[control["aria-describedby"], describedBy].filter(Boolean).join(" ") || undefined}
          name={field}
          {...(numeric ? { inputMode: "decimal" } : { dir: "auto", maxLength: 2_000 })}
          autoComplete="off"
          placeholder={placeholder}
          value={texts[field] ?? ""}
          onChange={(event) => set(field, event.target.value)}
          className={classNames(
            inputLook,
            "h-8 pointer-coarse:h-10",
            numeric && "text-right tabular-nums",
            className,
          )}
        />
      )}
    </Field>
  );
}
