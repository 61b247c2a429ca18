"use client";

import { useEffect, useRef, useState } from "react";
import { Form } from "@/components/forms/form";
import { DisposeChoice } from "@/components/launch/dispose-choice";
import { DisposeFields } from "@/components/launch/dispose-fields";
import { DISPOSE_TEXT, DISPOSED_TEXT } from "@/components/launch/dispose-words";
import { useLaunchFrame } from "@/components/launch/launch-frame";
import { useDispose } from "@/components/launch/use-dispose";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toasts } from "@/components/ui/toast-store";
import type { LaunchGap } from "@/lib/contracts/launch-parts";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { useMeetingKeys } from "./use-meeting-keys";

/** The four decisions about a gap, with what the chosen one needs. Give it the gap's place as its key. */
export function DecideBar({ gap, keysOn }: { gap: LaunchGap; keysOn: boolean }) {
  const [round, setRound] = useState(0);
  return <Deciding key={round} {...{ gap, keysOn }} onDone={() => setRound(round + 1)} />;
}

function Deciding({ gap, keysOn, onDone }: { gap: LaunchGap; keysOn: boolean; onDone: () => void }) {
  const { launch, people, today } = useLaunchFrame();
  const state = useDispose(launch, gap, today, (_, kind) => {
    toasts.show({ text: DISPOSED_TEXT[kind] });
    onDone();
  });
  const { draft, saving, theirs, problems, choose, closed } = state;
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
    <Form
      save={theirs ? { ...saving, failure: null } : saving}
      className="@container grid min-w-0 gap-3"
      onSubmit={state.submit}
    >
      {theirs && (
        <Notice
          tone="warn"
          title={`Somebody answered ${VERDICT_TEXT[theirs.verdict].name.toLowerCase()} meanwhile.`}
        >
          What you typed is kept, not saved. Press again to put it on top of that answer.
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
