"use client";

import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { dayText } from "@/components/ui/days";
import { onDemand } from "@/components/ui/on-demand";
import { toasts } from "@/components/ui/toast-store";
import { ApiProblem, messageOf } from "@/lib/client/request";
import { DateCell } from "./date-cell";
import type { GapLine } from "./gap-line";
import { OwnerCell } from "./owner-cell";
import { usePlanFrame } from "./plan-context";
import { draftOf, isOverdue, type PlanDraft } from "./plan-draft";
import { usePlan } from "./use-plan";

const PlanDialog = onDemand(() => import("./plan-dialog").then((module) => module.PlanDialog));
const AnswerDialog = onDemand(() =>
  import("./answering/answer-dialog").then((module) => module.AnswerDialog),
);

const AskWaiverDialog = onDemand(() =>
  import("@/components/waivers/ask-waiver-dialog").then((module) => module.AskWaiverDialog),
);

/** Owner, due date and the rest of the plan of one gap; who may plan edits the first two where they stand. */
export function PlanCells({ gap }: { gap: GapLine }) {
  const { title, text, mayPlan } = gap;
  const name = gap.among ? `${title} (${gap.serviceName})` : title;
  const frame = usePlanFrame();
  const { today } = frame;
  const state = usePlan(gap.service, gap.question, gap.plan);
  const { plan, save } = state;
  const [open, setOpen] = useState<{ typed: PlanDraft | undefined } | null>(null);
  const [answering, setAnswering] = useState(false);
  const [asking, setAsking] = useState(false);

  function change(part: Partial<PlanDraft>): void {
    const typed = { ...draftOf(plan), ...part };
    save.mutate(typed, {
      onError: (error) => {
        if (error instanceof ApiProblem) setOpen({ typed });
        else
          toasts.show({
            text: messageOf(error),
            tone: "problem",
            action: { label: "Try again", run: () => change(part) },
          });
      },
    });
  }

  const overdue = isOverdue(plan, today);
  const owner = plan?.owner ? (
    <span className="flex min-w-0 items-center gap-1.5">
      <Avatar id={plan.owner.id} name={plan.owner.name} size="small" decorative />
      <bdi className="min-w-0 [overflow-wrap:anywhere]">{plan.owner.name}</bdi>
    </span>
  ) : (
    <Nothing offer={mayPlan ? ["Assign", "Assign an owner"] : null} />
  );
  const due = plan?.dueOn ? (
    <span
      className={classNames((overdue || gap.lead === "due") && "font-strong", overdue && "text-no")}
      data-lead={gap.lead === "due" ? "" : undefined}
    >
      {!overdue && <span className="font-normal text-ink-3 md:hidden">due </span>}
      {dayText(plan.dueOn, today)}
      {overdue && <span className="block text-xs font-normal">overdue</span>}
    </span>
  ) : (
    <Nothing offer={mayPlan ? ["Set", "Set a due date"] : null} />
  );

  if (!mayPlan) {
    return (
      <>
        <span className="min-w-0">
          <span className="sr-only">Owner: </span>
          {owner}
        </span>
        <span>
          <span className="sr-only">Due: </span>
          {due}
        </span>
        <span />
      </>
    );
  }
  return (
    <>
      <OwnerCell
        name={name}
        team={gap.team}
        owner={plan?.owner ?? null}
        onChange={(id) => change({ owner: id })}
      >
        {owner}
      </OwnerCell>
      <DateCell
        label={`Due date of: ${name}`}
        value={plan?.dueOn ?? ""}
        onCommit={(dueOn) => change({ dueOn })}
      >
        {due}
      </DateCell>
      <span className="md:text-right print:hidden">
        <Button
          variant="quiet"
          className="max-md:-ml-2.75 md:-mt-0.5 md:-mr-2.5"
          onClick={() => setOpen({ typed: undefined })}
        >
          Plan<span className="sr-only"> the fix of: {name}</span>
        </Button>
      </span>
      {open && (
        <PlanDialog
          state={state}
          frame={frame}
          gap={gap}
          typed={open.typed}
          onClose={() => setOpen(null)}
          onDone={() => setAnswering(true)}
          waiver={gap.mayAsk ? (gap.accepted ? "extend" : "ask") : null}
          onAsk={() => {
            setOpen(null);
            setAsking(true);
          }}
        />
      )}
      {asking && (
        <AskWaiverDialog
          service={gap.service}
          tier={gap.tier}
          question={gap.question}
          title={title}
          extends={gap.accepted}
          today={today}
          onClose={() => setAsking(false)}
        />
      )}
      {answering && (
        <AnswerDialog
          service={gap.service}
          question={gap.question}
          text={text}
          where={gap.serviceName}
          onClose={() => setAnswering(false)}
        />
      )}
    </>
  );
}

/** A dash where nothing is planned; what can be done about it shows when the row is pointed at.
 * Under the head of its column a word is enough, on a phone it says what. */
function Nothing({ offer }: { offer: readonly [short: string, whole: string] | null }) {
  if (offer === null) return <span className="text-ink-3">–</span>;
  return (
    <span className="text-ink-3">
      <span
        aria-hidden="true"
        className="group-focus-within:hidden group-hover:hidden max-md:hidden pointer-coarse:hidden print:inline!"
      >
        –
      </span>
      <span className="hidden group-focus-within:inline group-hover:inline max-md:hidden! pointer-coarse:inline print:hidden!">
        {offer[0]}
      </span>
      <span className="md:hidden print:hidden">{offer[1]}</span>
    </span>
  );
}
