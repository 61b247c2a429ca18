"use client";

import { useEffect, useEffectEvent } from "react";
import { isForOthers } from "@/components/keys/heard";
import { useDeclaredKeys } from "@/components/keys/page-keys";
import { isTyping } from "@/components/launch/dispose-keys";
import { MEETING_KEYS, type MeetingKey, meetingKey } from "./meeting-keys";

/** Hears the keys of a meeting while `on`. @param act says whether it did anything; else the key stays the browser's */
export function useMeetingKeys(on: boolean, act: (key: MeetingKey) => boolean): void {
  const told = useEffectEvent(act);
  useDeclaredKeys(MEETING_KEYS);
  useEffect(() => {
    if (!on) return;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || !(event.target instanceof Element))
        return;
      if (isForOthers(event)) return;
      const isRadio = event.target.matches("input[type=radio]");
      const key = meetingKey(event, { typing: isTyping(event.target), radio: isRadio });
      if (key !== null && told(key)) event.preventDefault();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [on]);
}
