"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { useKeyChoice } from "./use-key-choice";

/** Turns single keys on and off, in this browser (WCAG 2.1.4). */
export function KeySwitch() {
  const [on, choose] = useKeyChoice();
  return (
    <Checkbox
      label="Single keys act on pages"
      hint="Turn them off if you speak to your computer, or if they get in your way. Ctrl or ⌘ K, Tab and the fields work all the same. Kept in this browser."
      checked={on}
      onChange={(event) => choose(event.target.checked)}
    />
  );
}
