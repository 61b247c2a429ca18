"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Form } from "@/components/forms/form";
import { DisposeChoice } from "@/components/launch/dispose-choice";
import { DisposeFields } from "@/components/launch/dispose-fields";
import { DISPOSE_TEXT, DISPOSED_TEXT } from "@/components/launch/dispose-words";
import { useLaunchFrame } from "@/components/launch/launch-frame";
import { useDispose } from "@/components/launch/use-dispose";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { toasts } from "@/components/ui/toast-store";
import type { LaunchGap } from "@/lib/contracts/launch-parts";
import type { DispositionKind } from "@/lib/domain/launch/vocabulary";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import type { MeetingPoint } from "./agenda-steps";
import { useMeetingKeys } from "./use-meeting-keys";

interface DecideBarProps {
  /** What is decided about; null where the meeting is at something else, or the viewer may not decide. */
  point: MeetingPoint | null;
  keysOn: boolean;
  /** What stands there while nothing is to be decided. */
  children: ReactNode;
}

/** The four decisions about a gap, with what the chosen one needs. Give it the point's place as its key. */
export function DecideBar({ point, keysOn, children }: DecideBarProps) {
  const [round, setRound] = useState(0);
  // As it was when a decision about it was begun: that stays, whatever becomes of the gap, and a newer answer is a conflict.
  const [begun, setBegun] = useState<LaunchGap | null>(null);
  const gap = begun ?? (point?.isOpen ? point.gap : null);
  const over = (): void => {
    setBegun(null);
    setRound(round + 1);
  };
  return (
    <section
      aria-label="Decide"
      className={classNames(
        "order-2 min-w-0 print:hidden flex-1 border-t border-line bg-card px-4 py-4 md:border-0 md:p-0",
        gap === null && "max-md:hidden",
      )}
    >
      {gap ? (
        <Deciding key={round} {...{ gap, keysOn }} onBegin={() => setBegun(gap)} onDone={over} />
      ) : (
        children
      )}
    </section>
  );
}

interface DecidingProps {
  gap: LaunchGap;
  keysOn: boolean;
  onBegin: () => void;
  onDone: () => void;
}

function Deciding({ gap, keysOn, onBegin, onDone }: DecidingProps) {
  const { launch, people, today } = useLaunchFrame();
  const state = useDispose(launch, gap, today, (_, kind) => {
    toasts.show({ text: DISPOSED_TEXT[kind] });
    onDone();
  });
  const { draft, saving, theirs, problems, closed } = state;
  const choose = (kind: DispositionKind): void => {
    onBegin();
    state.choose(kind);
  };
  const fields = useRef<HTMLFieldSetElement>(null);
  const [byKey, setByKey] = useState(0);
  useMeetingKeys(keysOn, (key) => {
    if (key.kind !== "decide" || closed(key.as) !== null) return false;
    choose(key.as);
    setByKey(byKey + 1);
    return true;
  });
  useEffect(() => {
    if (byKey > 0) fields.current?.querySelector<HTMLElement>("textarea, select, input")?.focus();
  }, [byKey]);
  return (
    <Form save={saving} className="@container grid min-w-0 gap-3" onSubmit={state.submit}>
      {theirs && (
        <Notice
          tone="warn"
          title={`Somebody answered ${VERDICT_TEXT[theirs.verdict].name.toLowerCase()} meanwhile.`}
        >
          What you typed is kept, not saved. Press again to save it over that answer.
        </Notice>
      )}
      <DisposeChoice kind={draft.kind} closed={closed} onChoose={choose} error={problems.kind} size="wall" />
      {draft.kind !== null && (
        <fieldset
          ref={fields}
          className="grid min-w-0 items-end gap-3 @3xl:grid-cols-[minmax(0,1fr)_auto]"
          onKeyDown={(event) => {
            if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
          }}
        >
          <legend className="sr-only">What it needs</legend>
          <div className="grid min-w-0 max-w-[52em] gap-3">
            <DisposeFields {...{ state, launch, people, today }} />
          </div>
          <div className="flex flex-wrap gap-2">
            <Button size="large" onClick={onDone}>
              Cancel
            </Button>
            <Button size="large" variant="main" type="submit" busy={saving.busy} busyText="Saving …">
              {DISPOSE_TEXT[draft.kind]}
            </Button>
          </div>
        </fieldset>
      )}
    </Form>
  );
}
