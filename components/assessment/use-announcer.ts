"use client";

import { useCallback, useState } from "react";

/** Words for those who listen: put `said` into a polite live region. The same words twice are said twice. */
export function useAnnouncer(): [said: string, say: (words: string) => void] {
  const [said, setSaid] = useState("");
  const say = useCallback(
    (words: string) => setSaid((before) => (before === words ? `${words}\u00A0` : words)),
    [],
  );
  return [said, say];
}
