"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { send } from "@/lib/client/request";
import type { WhatIfFilters } from "@/lib/contracts/exposure";
import { type Tick, tickText } from "../../address/ticks";

/** How long one waits for the next tick before asking, in milliseconds. */
const PAUSE_MS = 150;

function useLater<T>(value: T, text: string): T {
  const [kept, setKept] = useState({ value, text });
  useEffect(() => {
    if (kept.text === text) return;
    const timer = setTimeout(() => setKept({ value, text }), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return kept.value;
}

/**
 * What closing the ticked gaps would change. Asks a moment after the last tick; until the answer is there the one
 * before stands, and a failure is kept beside it.
 */
export function useWhatIf(ticks: readonly Tick[], choice: WhatIfFilters) {
  const texts = ticks.map(tickText);
  const asked = useLater(ticks, texts.join(" "));
  const query = useQuery({
    queryKey: ["what-if", asked.map(tickText), choice],
    queryFn: ({ signal }) =>
      send("POST /api/v1/exposure/what-if", {
        body: {
          close: asked.map(({ service, question }) => ({
            question,
            ...(service === undefined ? {} : { service }),
          })),
        },
        query: choice,
        signal,
        background: true,
      }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: 1,
  });
  return {
    result: ticks.length === 0 ? null : (query.data ?? null),
    isBehind: query.isFetching || asked.map(tickText).join(" ") !== texts.join(" "),
    error: query.error,
    again: () => void query.refetch(),
  };
}
