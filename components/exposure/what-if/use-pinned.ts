"use client";

import { useState } from "react";
import { type Tick, tickedBy } from "@/components/addresses/ticks";
import type { WhatIfResult, WorthGap } from "@/lib/contracts/exposure";

const keyOf = ({ service, question }: WorthGap) => `${service}.${question}`;

/** The gaps that are ticked by themselves and stand in no list of the page: an address, or another page, ticked them. */
export function unlisted(
  found: readonly WorthGap[],
  listed: readonly WorthGap[],
  ticks: readonly Tick[],
): WorthGap[] {
  const there = new Set(listed.map(keyOf));
  return found.filter((gap) => tickedBy(ticks, gap) === "itself" && !there.has(keyOf(gap)));
}

/** Those gaps, by worth. One that is unticked stays where it is, so that it can be ticked again. */
export function usePinned(
  result: WhatIfResult | null,
  listed: readonly WorthGap[],
  ticks: readonly Tick[],
): readonly WorthGap[] {
  const [pinned, setPinned] = useState<readonly WorthGap[]>([]);
  const there = new Set(listed.map(keyOf));
  const left = pinned.filter((gap) => !there.has(keyOf(gap)));
  const more = unlisted(result?.gaps ?? [], [...listed, ...left], ticks);
  if (more.length === 0) return left;
  const next = [...left, ...more];
  setPinned(next);
  return next;
}
