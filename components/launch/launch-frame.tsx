"use client";

import { createContext, useContext } from "react";
import type { ConditionShown, SignOffShown } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";
import type { NamedPerson, PersonChoice } from "@/lib/contracts/people";
import type { SignRole } from "@/lib/domain/launch/vocabulary";
import type { GapPlace, NamedQuestion } from "./named-questions";

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
  executives: readonly NamedPerson[];
  /** IANA name; the organisation's. */
  timeZone: string;
  /** YYYY-MM-DD, where the organisation is. */
  today: string;
}

/** What a dialog of a launch is about. */
export type LaunchQuestion =
  /** Gaps to decide about, one after the other; `many` says so, also when one is left. */
  | { about: "gaps"; places: readonly GapPlace[]; many?: boolean }
  | { about: "condition"; condition: ConditionShown }
  | { about: "signature" | "signer" | "role"; role: SignRole }
  | { about: "overruling"; signOff: SignOffShown }
  /** @property point what the note is on; null for the launch as a whole */
  | { about: "note"; point: string | null }
  | { about: "rest" | "plan" | "closing" };

/** The one dialog of a launch's page. */
export interface LaunchDialogs {
  /** Opens it, in place of one that is open. */
  ask: (question: LaunchQuestion) => void;
  /** Whether one is open, its code may still be on its way. */
  isOpen: boolean;
}

export const FrameContext = createContext<LaunchFrame | null>(null);
export const DialogsContext = createContext<LaunchDialogs | null>(null);

function provided<T>(value: T | null): T {
  if (value === null) throw new RangeError("A part of a launch needs a LaunchFrameProvider above it.");
  return value;
}

/** @throws RangeError outside of a LaunchFrameProvider */
export const useLaunchFrame = (): LaunchFrame => provided(useContext(FrameContext));
/** @throws RangeError outside of a LaunchFrameProvider */
export const useLaunchDialogs = (): LaunchDialogs => provided(useContext(DialogsContext));
