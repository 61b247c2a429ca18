"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { classNames } from "./class-names";
import { Field, type FieldParts, fieldParts } from "./field";
import { inputLook } from "./input-look";

type TextAreaProps = FieldParts & Omit<ComponentProps<"textarea">, keyof FieldParts | "ref">;

/** Makes the box as high as its text, for browsers without `field-sizing: content`. */
function growTo(box: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`;
}

/** Several lines of text; grows with what is written, up to half the window. */
export function TextArea(props: TextAreaProps) {
  const { field, own } = fieldParts(props);
  const { rows = 2, onInput, value, ...rest } = own;
  const box = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value set from outside changes the height too
  useLayoutEffect(() => {
    if (box.current) growTo(box.current);
  }, [value]);
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          dir="auto"
          required={!field.optional}
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
