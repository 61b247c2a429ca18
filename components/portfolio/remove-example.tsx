"use client";

import { lazy, Suspense, useState } from "react";

const RemoveExampleDialog = lazy(() =>
  import("./remove-example-dialog").then((module) => ({ default: module.RemoveExampleDialog })),
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
      {asked > 0 && (
        <Suspense>
          <RemoveExampleDialog key={asked} open={asking} onOpenChange={setAsking} />
        </Suspense>
      )}
    </>
  );
}
