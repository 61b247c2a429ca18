"use client";

import { type ReactNode, type Ref, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { inputLook } from "@/components/ui/input-look";
import { passwordAdvice } from "./password-advice";

interface PasswordFieldProps {
  label?: string | undefined;
  name?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  autoComplete: "current-password" | "new-password";
  ref?: Ref<HTMLInputElement> | undefined;
}

/** A password, with a look at what one typed; a new one is told its length before it is sent. */
export function PasswordField({
  label = "Password",
  name = "password",
  hint,
  error,
  autoComplete,
  ref,
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const [typed, setTyped] = useState("");
  const advice = autoComplete === "new-password" ? passwordAdvice(typed) : null;
  return (
    <div>
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <span className="relative block">
            <input
              {...control}
              ref={ref}
              required
              name={name}
              type={shown ? "text" : "password"}
              autoComplete={autoComplete}
              autoCapitalize="none"
              spellCheck={false}
              onInput={(event) => setTyped(event.currentTarget.value)}
              className={classNames(inputLook, "h-8 pr-16 pointer-coarse:h-10")}
            />
            <button
              type="button"
              aria-pressed={shown}
              aria-controls={control.id}
              onClick={() => setShown(!shown)}
              className="absolute inset-y-1 right-1 rounded-sm px-2 text-sm font-medium text-ink-3 hover:bg-sunk hover:text-ink aria-pressed:text-ink"
            >
              Show{label !== "Password" && <span className="sr-only"> {label}</span>}
            </button>
          </span>
        )}
      </Field>
      {advice !== null && (advice.good || error === undefined) && (
        <p className={classNames("mt-1 text-sm tabular-nums", advice.good ? "text-yes" : "text-ink-3")}>
          {advice.good && <span aria-hidden="true">✓ </span>}
          {advice.text}
        </p>
      )}
    </div>
  );
}
