"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { classNames } from "./class-names";
import { Field, type FieldWords } from "./field";
import { inputLook } from "./input-look";

interface TextAreaProps extends FieldWords, Omit<ComponentProps<"textarea">, "className" | "ref"> {
  className?: string | undefined;
}

/** Makes the box as high as its text, for browsers without `field-sizing: content`. */
function growTo(box: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`;
}

/** Several lines of text; grows with what is written, up to half the window. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  className,
  rows = 2,
  onInput,
  value,
  ...rest
}: TextAreaProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value set from outside changes the height too
  useLayoutEffect(() => {
    if (box.current) growTo(box.current);
  }, [value]);
  return (
    <Field {...{ label, hint, error, optional, hideLabel, id, className }}>
      {(control) => (
        <textarea
          required={!optional}
          {...rest}
          {...control}
          {...(value === undefined ? {} : { value })}
          ref={box}
          rows={rows}
          onInput={(event) => {
            growTo(event.currentTarget);
            onInput?.(event);
          }}
          className={classNames(inputLook, "block field-sizing-content max-h-[50vh] min-h-14 resize-y py-2")}
        />
      )}
    </Field>
  );
}
