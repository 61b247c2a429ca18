"use client";

import { useEffect, useEffectEvent } from "react";
import { isForOthers } from "@/components/keys/heard";
import { type KeyAction, type KeyPlace, keyAction } from "./keys";

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return "page";
  if (target.isContentEditable || target.matches("textarea, select")) return "field";
  if (target instanceof HTMLInputElement) {
    if (target.type === "radio") return "verdict";
    return target.type === "checkbox" ? "control" : "field";
  }
  return target.closest("button, a, summary") ? "control" : "page";
}

/** Hears the keys of the page while `on`, and does what they mean; dialogs and menus keep their own. */
export function useKeys(on: boolean, act: (action: KeyAction) => void): void {
  const told = useEffectEvent(act);
  useEffect(() => {
    if (!on) return;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isForOthers(event)) return;
      const action = keyAction(event, placeOf(event.target));
      if (!action || (event.repeat && action.kind !== "next" && action.kind !== "previous")) return;
      event.preventDefault();
      told(action);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [on]);
}
