"use client";

import { type ReactNode, useEffect, useMemo, useState } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { DialogsContext, FrameContext, type LaunchFrame, type LaunchQuestion } from "./launch-frame";

const LOADS = {
  gaps: () => import("./dispose-run").then((module) => module.DisposeRun),
  condition: () => import("./condition-dialog").then((module) => module.ConditionDialog),
  signature: () => import("./sign-dialog").then((module) => module.SignDialog),
  signer: () => import("./signer-dialog").then((module) => module.SignerDialog),
  role: () => import("./take-off-dialog").then((module) => module.TakeOffDialog),
  overruling: () => import("./overrule-dialog").then((module) => module.OverruleDialog),
  note: () => import("./note-dialog").then((module) => module.NoteDialog),
  rest: () => import("./carry-dialog").then((module) => module.CarryDialog),
  plan: () => import("./edit-plan-dialog").then((module) => module.EditPlanDialog),
  closing: () => import("./close-dialog").then((module) => module.CloseDialog),
};
const Gaps = onDemand(LOADS.gaps);
const Condition = onDemand(LOADS.condition);
const Signature = onDemand(LOADS.signature);
const Signer = onDemand(LOADS.signer);
const TakingOff = onDemand(LOADS.role);
const Overruling = onDemand(LOADS.overruling);
const Note = onDemand(LOADS.note);
const Rest = onDemand(LOADS.rest);
const Plan = onDemand(LOADS.plan);
const Closing = onDemand(LOADS.closing);

/**
 * Gives everything below it the launch, sent to the browser once, and its dialogs: they stand here and not beside what opens
 * them, so that one outlives the row that it was opened from, and what is typed in it stays.
 */
export function LaunchFrameProvider({ frame, children }: { frame: LaunchFrame; children: ReactNode }) {
  const [asked, setAsked] = useState<{ question: LaunchQuestion; key: number } | null>(null);
  const isOpen = asked !== null;
  const dialogs = useMemo(
    () => ({
      ask: (question: LaunchQuestion) => setAsked((before) => ({ question, key: (before?.key ?? 0) + 1 })),
      isOpen,
    }),
    [isOpen],
  );
  const { can } = frame.launch;
  const mayAct = Object.values(can).some((each) => (Array.isArray(each) ? each.length > 0 : each));
  // here by the time that they are needed, network or not; after everything that the page itself needs
  useEffect(() => {
    if (mayAct) for (const load of Object.values(LOADS)) void load().catch(() => undefined);
  }, [mayAct]);
  return (
    <FrameContext.Provider value={frame}>
      <DialogsContext.Provider value={dialogs}>
        {children}
        {asked && <Asked key={asked.key} question={asked.question} onClose={() => setAsked(null)} />}
      </DialogsContext.Provider>
    </FrameContext.Provider>
  );
}

function Asked({ question, onClose }: { question: LaunchQuestion; onClose: () => void }) {
  switch (question.about) {
    case "gaps":
      return <Gaps places={question.places} many={question.many ?? false} onClose={onClose} />;
    case "condition":
      return <Condition condition={question.condition} onClose={onClose} />;
    case "signature":
      return <Signature role={question.role} onClose={onClose} />;
    case "signer":
      return <Signer role={question.role} onClose={onClose} />;
    case "role":
      return <TakingOff role={question.role} onClose={onClose} />;
    case "overruling":
      return <Overruling signOff={question.signOff} onClose={onClose} />;
    case "note":
      return <Note about={question.point} onClose={onClose} />;
    case "rest":
      return <Rest onClose={onClose} />;
    case "plan":
      return <Plan onClose={onClose} />;
    case "closing":
      return <Closing onClose={onClose} />;
  }
}
