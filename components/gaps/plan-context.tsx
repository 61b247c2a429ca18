"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { PersonChoice } from "@/lib/contracts/people";

/** What all gaps of a page share. */
export interface PlanFrame {
  /** Who can own a gap; empty when the viewer may not plan. */
  people: readonly PersonChoice[];
  /** YYYY-MM-DD in the organisation's time zone. */
  today: string;
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

/** A person's name, with the address where somebody else is called the same. */
export const choiceLabel = ({ name, email }: PersonChoice): string =>
  email === null ? name : `${name} (${email})`;

/** Choices of an owner: everybody, doubles told apart by their address, and whoever owns it now. */
export function ownerOptions(
  people: PlanFrame["people"],
  now: { id: string; name: string; disabled?: boolean } | null,
): { value: string; label: string }[] {
  const known = people.map((person) => ({ value: person.id, label: choiceLabel(person) }));
  const gone =
    now && !people.some(({ id }) => id === now.id)
      ? [{ value: now.id, label: `${now.name}${now.disabled ? " (left)" : ""}` }]
      : [];
  return [{ value: "", label: "Nobody" }, ...gone, ...known];
}
