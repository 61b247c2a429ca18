"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { clock } from "./slowed-down";

/** Signing in is slowed down: for how long, running down. Read aloud once, not every second. */
export function Waiting({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <Notice tone="problem" title="Too many attempts">
      <span className="sr-only">You can try again in {seconds} seconds.</span>
      <span aria-hidden="true" className="tabular-nums">
        {left > 0 ? `You can try again in ${clock(left)}.` : "You can try again now."}
      </span>
    </Notice>
  );
}
