import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldParts, fieldParts } from "./field";
import { inputLook } from "./input-look";

interface TextFieldProps extends FieldParts, Omit<ComponentProps<"input">, keyof FieldParts> {
  /** A short unit inside the field's right edge, such as "days". */
  unit?: string | undefined;
}

/** One line of text, a number, a date, an address or a password, with its label. */
export function TextField(props: TextFieldProps) {
  const { field, own } = fieldParts(props);
  const { unit, type = "text", ...rest } = own;
  return (
    <Field {...field}>
      {(control) => (
        <span className="relative block">
          <input
            // what people write is in their own language; codes and addresses are not
            dir={type === "text" || type === "search" ? "auto" : undefined}
            required={!field.optional}
            {...rest}
            {...control}
            type={type}
            className={classNames(
              inputLook,
              "h-8 pointer-coarse:h-10",
              type === "number" && "appearance-textfield text-right",
              unit !== undefined && "pr-14",
            )}
          />
          {unit !== undefined && (
            <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-sm text-ink-3">
              {unit}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}
