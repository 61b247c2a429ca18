"use client";

import { useEffect, useState } from "react";
import { Button } from "./button";
import type { ButtonVariant } from "./button-look";

/** Puts a text on the clipboard, also where the page has no clipboard of its own: one that does not come by https. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const from = document.activeElement;
  const box = document.createElement("textarea");
  box.value = text;
  box.readOnly = true;
  box.className = "fixed top-0 opacity-0";
  // inside the dialog that may be open, or its focus trap takes the selection away
  (from?.closest("[role$=dialog]") ?? document.body).append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (from instanceof HTMLElement) from.focus();
  if (!done) throw new Error("not copied");
}

interface CopyButtonProps {
  /** What is copied; a function where it is only known when it is pressed. */
  text: string | (() => string);
  /** What that is called, for those who listen: "the link for ana@example.com". */
  what: string;
  label?: string | undefined;
  variant?: ButtonVariant | undefined;
  className?: string | undefined;
}

const SAYS_SO_MS = 2_500;

/** Copies a text, and says that it did where the finger is. */
export function CopyButton({ text, what, label = "Copy", variant, className }: CopyButtonProps) {
  const [state, setState] = useState<"ready" | "done" | "failed">("ready");
  useEffect(() => {
    if (state === "ready") return;
    const timer = setTimeout(() => setState("ready"), SAYS_SO_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <Button
      variant={variant}
      className={className}
      onClick={() => {
        copy(typeof text === "string" ? text : text()).then(
          () => setState("done"),
          () => setState("failed"),
        );
      }}
    >
      {/* both words keep their room, so that nothing beside the button moves */}
      <span className="grid justify-items-center [&>*]:col-start-1 [&>*]:row-start-1">
        <span className={state === "ready" ? undefined : "opacity-0"}>
          {label}
          <span className="sr-only"> {what}</span>
        </span>
        <span aria-hidden="true" className={state === "done" ? undefined : "invisible"}>
          Copied
        </span>
        <span aria-hidden="true" className={state === "failed" ? undefined : "invisible"}>
          Not copied
        </span>
      </span>
      <span role="status" className="sr-only">
        {state === "done" && `Copied ${what}.`}
        {state === "failed" && "Your browser did not allow it. Select the text and copy it yourself."}
      </span>
    </Button>
  );
}
