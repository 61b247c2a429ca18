"use client";

import { useEffect, useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { useGapChoice } from "./choice-context";

/** The box of one gap; nothing in it where the viewer may not plan. */
export function GapCheck({ gap, text, mayPlan }: { gap: string; text: string; mayPlan: boolean }) {
  const { isChosen, press } = useGapChoice();
  if (!mayPlan) return <span />;
  return (
    <Checkbox
      data-choose=""
      aria-keyshortcuts="x"
      label={<span className="sr-only">Choose: {text}</span>}
      checked={isChosen(gap)}
      onChange={(event) => press(gap, (event.nativeEvent as MouseEvent).shiftKey === true)}
    />
  );
}

/** The box that chooses all that are shown. */
export function AllCheck() {
  const { gaps, chosen, all } = useGapChoice();
  const box = useRef<HTMLSpanElement>(null);
  const some = chosen.length > 0 && chosen.length < gaps.length;
  useEffect(() => {
    const input = box.current?.querySelector("input");
    if (input) input.indeterminate = some;
  }, [some]);
  if (gaps.length === 0) return <span />;
  return (
    <span ref={box}>
      <Checkbox
        label={<span className="sr-only">Choose all {gaps.length} shown</span>}
        checked={chosen.length === gaps.length}
        onChange={() => all(chosen.length < gaps.length)}
      />
    </span>
  );
}
