"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { counted } from "@/lib/domain/words";
import { useGapChoice } from "./choice-context";
import type { ChoosableGap } from "./chosen-gaps";

const PlanManyDialog = onDemand(() => import("./plan-many-dialog").then((module) => module.PlanManyDialog));
const AnswerDialog = onDemand(() =>
  import("@/components/gaps/answering/answer-dialog").then((module) => module.AnswerDialog),
);

/** What can be done with the gaps that are chosen; in sight while any are. */
export function ChoiceBar() {
  const { gaps, chosen, all } = useGapChoice();
  const [planning, setPlanning] = useState<readonly ChoosableGap[] | null>(null);
  /** Those whose work was just said to be done, and the place of the one that is asked about. */
  const [done, setDone] = useState<{ gaps: readonly ChoosableGap[]; at: number } | null>(null);
  const asked = done?.gaps[done.at];
  return (
    <>
      <p role="status" className="sr-only">
        {chosen.length > 0 && `${counted(chosen.length, "gap")} chosen`}
      </p>
      {chosen.length > 0 && (
        <section
          aria-label="Chosen gaps"
          className="sticky bottom-0 z-20 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line-strong bg-card px-4.5 py-2.5 shadow-raised print:hidden"
        >
          <b className="tabular-nums">{counted(chosen.length, "gap")} chosen</b>
          <Button variant="main" onClick={() => setPlanning(chosen)}>
            Owner, due date, state
          </Button>
          {chosen.length < gaps.length && (
            <Button onClick={() => all(true)}>Choose all {gaps.length} shown</Button>
          )}
          <Button variant="quiet" onClick={() => all(false)}>
            Choose none
          </Button>
        </section>
      )}
      {planning && (
        <PlanManyDialog
          gaps={planning}
          onClose={(state) => {
            if (state === "done") setDone({ gaps: planning, at: 0 });
            if (state !== null) all(false);
            setPlanning(null);
          }}
        />
      )}
      {done && asked && (
        <AnswerDialog
          key={`${asked.service}/${asked.question}`}
          service={asked.service}
          question={asked.question}
          text={asked.text}
          where={
            done.gaps.length === 1
              ? asked.serviceName
              : `${asked.serviceName}, ${done.at + 1} of ${done.gaps.length}`
          }
          later={done.at + 1 < done.gaps.length ? "Later, the next one" : "Later"}
          onClose={() => setDone({ ...done, at: done.at + 1 })}
        />
      )}
    </>
  );
}
