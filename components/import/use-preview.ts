import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useRested } from "@/lib/client/use-rested";
import { type ImportFailure, importFailure } from "./import-failure";
import { type ImportRequest, largeProblem } from "./request";
import { type Imported, previewImport } from "./send-import";

/** A correction is sent when the hand rests for so long. */
const REST_MS = 350;

export interface Preview {
  /** The last one that came; it stays while the next one is under way, and when that fails. */
  imported: Imported | null;
  /** It is of what is asked for now. */
  current: boolean;
  failure: ImportFailure | null;
  /** Asks once more for the same. */
  again: () => void;
  /** What the server found when it refused to import. */
  put: (rows: Imported["rows"]) => void;
}

/** Not sent at all: it would be refused for its size. */
class TooLarge extends Error {}

/** Texts of many megabytes are not written out to compare them: each request has a number. */
const numbers = new WeakMap<ImportRequest, number>();
let last = 0;
function numberOf(request: ImportRequest): number {
  const number = numbers.get(request) ?? ++last;
  numbers.set(request, number);
  return number;
}

/**
 * What an import would do, asked anew whenever the request is another one. Whatever comes late is thrown away.
 * @param request null: nothing is asked · @param onPreview told of each one that came
 */
export function usePreview(request: ImportRequest | null, onPreview: (imported: Imported) => void): Preview {
  const client = useQueryClient();
  const asked = useRested(request, REST_MS) ?? request;
  const queryKey = ["import-preview", asked === null ? 0 : numberOf(asked)];
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      if (asked === null) throw new RangeError("nothing is asked");
      const large = largeProblem(asked);
      if (large !== null) throw new TooLarge(large);
      return previewImport(asked, signal);
    },
    enabled: request !== null,
    networkMode: "always",
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [before, setBefore] = useState(data);
  if (data !== undefined && data !== before) setBefore(data);
  const told = useEffectEvent(onPreview);
  useEffect(() => {
    if (data !== undefined) told(data);
  }, [data]);

  const settled = request !== null && asked === request && !isFetching;
  const failure =
    error instanceof TooLarge
      ? { kind: "text" as const, message: error.message, rows: null }
      : importFailure(error, false);
  return {
    imported: request === null ? null : (data ?? before ?? null),
    current: settled && error === null,
    failure: settled && error !== null ? failure : null,
    again: () => void refetch(),
    put: (rows) => client.setQueryData<Imported>(queryKey, (now) => now && { ...now, rows }),
  };
}
