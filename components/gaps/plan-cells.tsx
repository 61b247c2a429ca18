"use client";

import dynamic from "next/dynamic";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { dayText } from "@/components/ui/days";
import { inputLook } from "@/components/ui/input-look";
import { toasts } from "@/components/ui/toast-store";
import { ApiProblem, messageOf } from "@/lib/client/request";
import type { GapLine } from "./gap-line";
import { ownerOptions, usePlanFrame } from "./plan-context";
import { draftOf, isOverdue, type PlanDraft } from "./plan-draft";
import { usePlan } from "./use-plan";

const PlanDialog = dynamic(() => import("./plan-dialog").then((module) => module.PlanDialog), { ssr: false });
const AnswerDialog = dynamic(
  () => import("./answering/answer-dialog").then((module) => module.AnswerDialog),
  { ssr: false },
);

const AskWaiverDialog = dynamic(
  () => import("@/components/waivers/ask-waiver-dialog").then((module) => module.AskWaiverDialog),
  { ssr: false },
);

/** Owner, due date and the rest of the plan of one gap; who may plan edits the first two where they stand. */
export function PlanCells({ gap }: { gap: GapLine }) {
  const { title, text, mayPlan } = gap;
  const name = gap.among ? `${title} (${gap.serviceName})` : title;
  const { people, today } = usePlanFrame();
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
    <Nothing offer={mayPlan ? "Assign" : null} />
  );
  const due = plan?.dueOn ? (
    <span
      className={classNames((overdue || gap.lead === "due") && "font-strong", overdue && "text-no")}
      data-lead={gap.lead === "due" ? "" : undefined}
    >
      {dayText(plan.dueOn, today)}
      {overdue && <span className="block text-xs font-normal">overdue</span>}
    </span>
  ) : (
    <Nothing offer={mayPlan ? "Set" : null} />
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
      <InlineField
        label={`Owner of: ${name}`}
        value={plan?.owner?.id ?? ""}
        options={ownerOptions(people, plan?.owner ?? null)}
        onCommit={(id) => change({ owner: id })}
      >
        {owner}
      </InlineField>
      <InlineField
        label={`Due date of: ${name}`}
        value={plan?.dueOn ?? ""}
        onCommit={(dueOn) => change({ dueOn })}
      >
        {due}
      </InlineField>
      <span className="md:text-right">
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
          people={people}
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

/** A dash where nothing is planned; what can be done about it shows when the row is pointed at. */
function Nothing({ offer }: { offer: string | null }) {
  if (offer === null) return <span className="text-ink-3">–</span>;
  return (
    <span className="text-ink-3">
      <span
        aria-hidden="true"
        className="group-focus-within:hidden group-hover:hidden max-md:hidden pointer-coarse:hidden"
      >
        –
      </span>
      <span className="hidden group-focus-within:inline group-hover:inline max-md:inline pointer-coarse:inline">
        {offer}
      </span>
    </span>
  );
}

interface InlineFieldProps {
  label: string;
  value: string;
  /** Choices; without them the field is a date. */
  options?: readonly { value: string; label: string }[] | undefined;
  onCommit: (value: string) => void;
  /** What stands there while it is not edited. */
  children: ReactNode;
}

/** How long a choice rests before it is saved: arrow keys pass through values that nobody means. */
const REST_MS = 700;

/** A value that turns into its field when pressed. Enter, leaving it or a short rest saves; Escape does not. */
function InlineField({ label, value, options, onCommit, children }: InlineFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const editing = draft !== null;
  const chooses = options !== undefined;

  const returning = useRef(false);
  const byPointer = useRef(false);
  const typedAt = useRef(0);
  useEffect(() => {
    if (!editing) {
      if (returning.current) button.current?.focus();
      returning.current = false;
      return;
    }
    field.current?.focus();
    try {
      // an open calendar takes the keys away from those who type a date
      if (chooses || byPointer.current) field.current?.showPicker();
    } catch {
      // not allowed or not known: the focused field is enough
    }
    return () => clearTimeout(timer.current);
  }, [editing, chooses]);

  function leave(next: string | null, refocus: boolean): void {
    clearTimeout(timer.current);
    returning.current = refocus;
    setDraft(null);
    // a year that is still being typed is no date that anybody means
    const meant = chooses || next === "" || (next ?? "") >= "2000";
    if (next !== null && next !== value && meant) onCommit(next);
  }
  const look = {
    "aria-label": label,
    className: `${inputLook} h-7.5 px-1.5!`,
    onBlur: () =>
      draft !== null && !returning.current && leave(field.current?.validity.badInput ? null : draft, false),
    onKeyDown: (event: KeyboardEvent) => {
      typedAt.current = event.timeStamp;
      if (event.key !== "Enter" && event.key !== "Escape") return;
      // or the same press would open it again, once the focus is back on the button
      event.preventDefault();
      leave(event.key === "Enter" ? draft : null, true);
    },
  };
  const choose = (next: string, at: number) => {
    setDraft(next);
    clearTimeout(timer.current);
    const picked = chooses || at - typedAt.current > REST_MS;
    if (picked) timer.current = setTimeout(() => leave(next, true), REST_MS);
  };

  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        onClick={(event) => {
          byPointer.current = event.detail > 0;
          setDraft(value);
        }}
        className="-mx-1.5 min-h-7 min-w-7 rounded-md px-1.5 text-left hover:bg-sunk"
      >
        <span className="sr-only">{label}: </span>
        {children}
      </button>
    );
  }
  return options ? (
    <select
      ref={field}
      {...look}
      value={draft}
      onChange={(event) => choose(event.target.value, event.timeStamp)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  ) : (
    <input
      ref={field}
      {...look}
      type="date"
      value={draft}
      onChange={(event) => choose(event.target.value, event.timeStamp)}
    />
  );
}
