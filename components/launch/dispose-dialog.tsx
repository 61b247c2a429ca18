"use client";

import { useRef } from "react";
import { historyHref } from "@/components/addresses/pages";
import { FormDialog } from "@/components/forms/form-dialog";
import { useKeyChoice } from "@/components/keys/use-key-choice";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toasts } from "@/components/ui/toast-store";
import type { LaunchGap } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";
import { AREA_TEXT, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { DisposeChoice } from "./dispose-choice";
import { DisposeFields } from "./dispose-fields";
import { isTyping, keyKind } from "./dispose-keys";
import { DISPOSE_TEXT, DISPOSED_TEXT } from "./dispose-words";
import { GapFacts } from "./gap-facts";
import { useLaunchFrame } from "./launch-frame";
import { useDispose } from "./use-dispose";

interface DisposeDialogProps {
  gap: LaunchGap;
  /** Where it is among several that are worked through: "2 of 6". */
  where?: string | undefined;
  /** @param launch as it is after the decision; null when it was left without one */
  onClose: (launch: Launch | null) => void;
  /** Leaves it for later, and goes on with the next one. */
  onSkip?: (() => void) | undefined;
}

/** Decides about one gap (L2). Mount it to open it, with the gap's place as its key. */
export function DisposeDialog({ gap, where, onClose, onSkip }: DisposeDialogProps) {
  const { launch, people, timeZone, today } = useLaunchFrame();
  const state = useDispose(launch, gap, today, (saved, kind) => {
    toasts.show({ text: DISPOSED_TEXT[kind] });
    onClose(saved);
  });
  const { draft, saving, theirs, problems } = state;
  const [keysOn] = useKeyChoice();
  const first = useRef<HTMLInputElement>(null);
  const service = launch.serviceStates.find((each) => each.service === gap.service)?.name ?? gap.service;
  return (
    <FormDialog
      keep
      size="large"
      title={gap.title}
      description={
        <>
          {gap.text !== gap.title && <bdi className="block">{gap.text}</bdi>}
          <span className="block text-sm text-ink-3">
            <bdi>{service}</bdi> · {AREA_TEXT[gap.area].name.toLowerCase()}
            {gap.critical && " · critical"}
            {where !== undefined && ` · ${where}`}
            {" · "}
            <a
              href={historyHref(gap.service, { area: gap.area })}
              target="_blank"
              rel="noreferrer"
              className="link inline-block min-h-6 content-center"
            >
              History<span className="sr-only"> in a new tab</span>
            </a>
          </span>
        </>
      }
      submit={draft.kind === null ? "Decide" : DISPOSE_TEXT[draft.kind]}
      busyText="Saving …"
      cancel={where === undefined ? "Cancel" : "Stop"}
      initialFocus={first}
      save={saving}
      onClose={() => onClose(null)}
      onSubmit={state.submit}
      className="@container gap-3.5"
      onKeyDown={(event) => {
        const kind = !keysOn || isTyping(event.target) ? null : keyKind(event);
        if (kind === null) return;
        event.preventDefault();
        state.choose(kind);
      }}
    >
      {theirs && (
        <Notice
          tone="warn"
          title={`Somebody answered ${VERDICT_TEXT[theirs.verdict].name.toLowerCase()} meanwhile.`}
        >
          What you typed is kept, not saved. Press again to save it over that answer.
        </Notice>
      )}
      <GapFacts {...{ gap, launch, timeZone, today }} />
      <DisposeChoice
        kind={draft.kind}
        closed={state.closed}
        onChoose={state.choose}
        error={problems.kind}
        first={first}
      />
      <DisposeFields {...{ state, launch, people, today }} />
      {onSkip && (
        <Button variant="quiet" className="-ml-2.75 justify-self-start" onClick={onSkip}>
          Leave it for later
        </Button>
      )}
    </FormDialog>
  );
}
