"use client";

import { createContext, type ReactNode, useContext } from "react";

/** What all gaps of a page share. */
export interface PlanFrame {
  /** Who can own a gap; empty when the viewer may not plan. */
  people: readonly { id: string; name: string; email: string }[];
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

/** Choices of an owner: everybody, doubles told apart by their address, and whoever owns it now. */
export function ownerOptions(
  people: PlanFrame["people"],
  now: { id: string; name: string } | null,
): { value: string; label: string }[] {
  const named = new Map<string, number>();
  for (const { name } of people) named.set(name, (named.get(name) ?? 0) + 1);
  const known = people.map(({ id, name, email }) => ({
    value: id,
    label: (named.get(name) ?? 0) > 1 ? `${name} (${email})` : name,
  }));
  const gone = now && !people.some(({ id }) => id === now.id) ? [{ value: now.id, label: now.name }] : [];
  return [{ value: "", label: "Nobody" }, ...gone, ...known];
}
