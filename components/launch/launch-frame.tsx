"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Launch } from "@/lib/contracts/launches";
import type { PersonChoice } from "@/lib/contracts/people";
import type { NamedQuestion } from "./named-questions";

/** A launch, and what all that is shown and done on its page shares. */
export interface LaunchFrame {
  launch: Launch;
  /** The questions that it names, by their place; see placeKey. */
  questions: Readonly<Record<string, NamedQuestion>>;
  /** Id of who looks. */
  me: string;
  /** Who can be named; empty when the viewer may name nobody. */
  people: readonly PersonChoice[];
  /** Who of them can sign as executive. */
  executives: readonly PersonChoice[];
  /** IANA name; the organisation's. */
  timeZone: string;
  /** YYYY-MM-DD, where the organisation is. */
  today: string;
}

const Frame = createContext<LaunchFrame | null>(null);

/** Gives everything below it the launch: sent to the browser once. */
export function LaunchFrameProvider({ frame, children }: { frame: LaunchFrame; children: ReactNode }) {
  return <Frame.Provider value={frame}>{children}</Frame.Provider>;
}

/** @throws RangeError outside of a LaunchFrameProvider */
export function useLaunchFrame(): LaunchFrame {
  const frame = useContext(Frame);
  if (frame === null) throw new RangeError("A part of a launch needs a LaunchFrameProvider above it.");
  return frame;
}
