"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { PersonChoice } from "@/lib/contracts/people";

/** What all gaps of a page share. */
export interface PlanFrame {
  /** Who can own a gap; empty when the viewer may not plan. */
  people: readonly PersonChoice[];
  /** YYYY-MM-DD in the organisation's time zone. */
  today: string;
  /** IANA name; the organisation's. */
  timeZone: string;
}

const Frame = createContext<PlanFrame | null>(null);

/** Gives every gap below it the people and the day: sent to the browser once, not once a row. */
export function PlanFrameProvider({ frame, children }: { frame: PlanFrame; children: ReactNode }) {
  return <Frame.Provider value={frame}>{children}</Frame.Provider>;
}

/** @throws RangeError outside of a PlanFrameProvider */
export function usePlanFrame(): PlanFrame {
  const frame = useContext(Frame);
  if (frame === null) throw new RangeError("A plan needs a PlanFrameProvider above it.");
  return frame;
}
