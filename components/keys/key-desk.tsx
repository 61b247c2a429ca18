"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { useNavigate } from "@/lib/client/navigation";
import { GoSequence } from "./go-sequence";
import { isPlainKey } from "./heard";
import { onShowKeys } from "./page-keys";
import { useKeyChoice } from "./use-key-choice";

const KeyHelp = onDemand(() => import("./key-help").then((module) => module.KeyHelp));

/**
 * Hears the keys of every page: g and a letter go somewhere, ? lists the keys. Off when somebody turned single keys off.
 * @param go false where no letter leads away
 */
export function KeyDesk({ go = true }: { go?: boolean }) {
  const navigate = useNavigate();
  const [on] = useKeyChoice();
  const [help, setHelp] = useState<"never" | "open" | "closed">("never");
  const sequence = useRef(new GoSequence());
  useEffect(() => onShowKeys(() => setHelp("open")), []);
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Shift") return;
    if (!isPlainKey(event)) return sequence.current.end();
    const to = go ? sequence.current.press(event.key, event.timeStamp) : null;
    if (to === null && event.key !== "?") return;
    // before the page's own keys: "g c" goes to the changes and confirms nothing
    event.preventDefault();
    event.stopImmediatePropagation();
    if (to === null) setHelp("open");
    else if (to !== "begun") navigate(to);
  });
  useEffect(() => {
    if (!on) return;
    const listener = (event: KeyboardEvent) => hear(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, [on]);
  if (help === "never") return null;
  return (
    <KeyHelp go={go} open={help === "open"} onOpenChange={(next) => setHelp(next ? "open" : "closed")} />
  );
}
