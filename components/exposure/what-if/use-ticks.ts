"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { readTicks, searchWithTicks, type Tick, tickText } from "../../address/ticks";

const inAddress = (search: string): string => new URLSearchParams(search).getAll("close").join(" ");

/** The ticked gaps. They stand in the address, so that they can be shared and are there after a reload. */
export function useTicks() {
  const params = useSearchParams();
  const [ticks, setTicks] = useState<readonly Tick[]>(() => readTicks(params.getAll("close")));
  const written = useRef(params.getAll("close").join(" "));
  const text = params.getAll("close").join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an address that somebody else wrote counts
  useEffect(() => {
    if (inAddress(window.location.search) === written.current) return;
    written.current = text;
    setTicks(readTicks(params.getAll("close")));
  }, [text]);
  return {
    ticks,
    set: (next: readonly Tick[]) => {
      setTicks(next);
      written.current = next.map(tickText).join(" ");
      const { pathname, search, hash } = window.location;
      window.history.replaceState(null, "", pathname + searchWithTicks(search, next) + hash);
    },
  };
}
