"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { useSave } from "@/components/forms/use-save";
import { Checkbox } from "@/components/ui/checkbox";
import { FoldedText } from "@/components/ui/folded-text";
import { Notice } from "@/components/ui/notice";
import { toasts } from "@/components/ui/toast-store";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import type { Confirmed } from "@/lib/contracts/answers";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { counted } from "@/lib/domain/words";
import { useAssessment } from "./assessment-context";
import { staleRows } from "./stale-rows";
import { whyStale } from "./words";

interface ConfirmStaleDialogProps {
  /** What it is about, in the title. */
  area: string;
  /** Stale answers; those of the moment in which it was opened are listed. */
  questions: readonly AssessedQuestion[];
  onClose: () => void;
}

/** Stale answers of one area, each with why it does not count: those that still hold are confirmed together. */
export function ConfirmStaleDialog({ area, questions, onClose }: ConfirmStaleDialogProps) {
  const { store, service, timeZone } = useAssessment();
  const [listed] = useState(questions);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Confirmed["refused"]>([]);
  const [keyOf] = useState(() => repeatKeys());
  const confirming = useSave<void, Confirmed>({
    send: () => {
      // what was read is what is confirmed: one that was changed since is refused
      const answers = chosen.map(({ key, version }) => ({ question: key, expectedVersion: version }));
      const body = { answers };
      return send("POST /api/v1/services/:service/confirmations", {
        params: { service: service.slug },
        body,
        idempotencyKey: keyOf(body),
      });
    },
    onSaved: (became) => {
      store.learn([...became.confirmed, ...became.refused.flatMap(({ current }) => current ?? [])]);
      if (became.confirmed.length > 0)
        toasts.show({ text: `${counted(became.confirmed.length, "answer")} confirmed.` });
      setRefused(became.refused);
      if (became.refused.length === 0) onClose();
    },
  });
  const rows = staleRows(listed, {
    ...{ left, refused },
    // the news of one's own confirming may come before the answer to it
    newest: (key) => (confirming.busy ? listed.find((each) => each.key === key) : store.book.newest(key)),
  });
  const chosen = rows.flatMap(({ question, isChosen }) => (isChosen ? [question] : []));

  return (
    <FormDialog
      size="large"
      title={`${area}: do these still hold?`}
      description="Read each answer and untick those that you are not sure about. The others count again as answered, and the history records each one."
      submit={`Confirm ${counted(chosen.length, "answer")}`}
      busyText="Confirming …"
      disabled={chosen.length === 0}
      cancel={refused.length > 0 ? "Close" : "Cancel"}
      save={confirming}
      onClose={onClose}
      onSubmit={() => chosen.length > 0 && confirming.save()}
      className="gap-0"
    >
      {refused.length > 0 && (
        <Notice
          tone="warn"
          title={`${counted(refused.length, "answer")} could not be confirmed; the others are.`}
        />
      )}
      <ul className="divide-y divide-line">
        {rows.map(({ question, isChosen, whyNot }) => {
          const { key, title, text, reason } = question;
          return (
            <li key={key} className="py-2.5">
              <Checkbox
                checked={isChosen}
                disabled={whyNot !== null}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.target.checked) next.delete(key);
                  else next.add(key);
                  setLeft(next);
                }}
                label={
                  <span className="flex items-start gap-2">
                    <VerdictMark verdict={question.verdict} size="sm" />
                    <span className="font-strong text-pretty">{title || text}</span>
                  </span>
                }
                hint={whyStale(question, timeZone)}
              />
              <div className="mt-0.5 ml-6 text-ink-2">
                <FoldedText>{reason === "" ? "No reason was given." : reason}</FoldedText>
              </div>
              {whyNot !== null && <p className="mt-0.5 ml-6 text-sm font-medium text-partly">{whyNot}</p>}
            </li>
          );
        })}
      </ul>
    </FormDialog>
  );
}
