"use client";

import { useState } from "react";
import { onDemand } from "@/components/ui/on-demand";

const RemoveExampleDialog = onDemand(() =>
  import("./remove-example-dialog").then((module) => module.RemoveExampleDialog),
);

/** Takes the example portfolio away, after a question that says what goes with it. Each opening asks anew. */
export function RemoveExample() {
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(0);
  return (
    <>
      <button
        type="button"
        className="link min-h-6"
        onClick={() => {
          setAsked(asked + 1);
          setAsking(true);
        }}
      >
        Remove the example
      </button>
      {asked > 0 && <RemoveExampleDialog key={asked} open={asking} onOpenChange={setAsking} />}
    </>
  );
}
