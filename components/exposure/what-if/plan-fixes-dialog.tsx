"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { counted } from "@/components/service/counted";
import { topProblem } from "@/components/service/form-care";
import { ownerOptions, type PlanFrame } from "@/components/service/plan-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { ApiProblem, send } from "@/lib/client/request";
import type { WorthGap } from "@/lib/contracts/exposure";
import { FixList } from "./fix-list";
import { MOST_AT_ONCE, type RefusedGap, refusedGaps, setOf, without } from "./plan-fixes";

interface PlanFixesDialogProps {
  /** The ticked ones. */
  gaps: readonly WorthGap[];
  frame: PlanFrame;
  onClose: () => void;
}

/** Turns supposed fixes into planned ones: one owner and one day for all of them, and what came of each. */
export function PlanFixesDialog({ gaps, frame, onClose }: PlanFixesDialogProps) {
  const router = useRouter();
  const [mine] = useState(() => gaps.filter(({ plan }) => plan !== false));
  const others = gaps.filter(({ plan }) => plan === false);
  const [left, setLeft] = useState<readonly WorthGap[]>(mine.slice(0, MOST_AT_ONCE));
  const [refused, setRefused] = useState<readonly RefusedGap[]>(
    others.map((gap) => ({ gap, why: "Only its team, or an admin, plans it." })),
  );
  const [plan, setPlan] = useState({ owner: "", dueOn: "" });
  const [empty, setEmpty] = useState(false);
  const [setAside, markSetAside] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      send("POST /api/v1/gaps/plans", {
        body: {
          gaps: left.map(({ service, question }) => ({ service, question })),
          set: setOf(plan),
        },
      }),
    onSuccess: () => router.refresh(),
    onError: (error) => {
      const found = refusedGaps(error, left);
      markSetAside(found.length > 0);
      setRefused([...refused, ...found]);
      setLeft(without(left, found));
    },
  });
  const planned = save.data?.items.length ?? 0;
  const fields = save.error instanceof ApiProblem ? save.error.byField : {};

  function submit(event?: FormEvent): void {
    event?.preventDefault();
    const nothing = plan.owner === "" && plan.dueOn === "";
    setEmpty(nothing);
    if (!nothing) save.mutate();
  }

  return (
    <Dialog
      open
      keep
      onOpenChange={(open) => !open && onClose()}
      title={save.isSuccess ? `${counted(planned, "fix is", "fixes are")} planned` : "Plan these fixes"}
      description={
        save.isSuccess
          ? "Each of them stands in the list of gaps and on the page of its service."
          : `${counted(left.length, "gap")} get the same owner and day. What else is planned about them stays.`
      }
      footer={
        save.isSuccess ? (
          <Button variant="main" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              variant="main"
              busy={save.isPending}
              busyText="Planning …"
              disabled={left.length === 0}
              onClick={() => submit()}
            >
              Plan {counted(left.length, "fix", "fixes")}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-3.5">
        {!save.isSuccess && (
          <form noValidate className="grid gap-3.5 sm:grid-cols-2" onSubmit={submit}>
            {setAside ? (
              <div className="sm:col-span-2">
                <Notice tone="warn" title="Nothing is planned yet: some were refused.">
                  They are set aside below. Press again to plan the others.
                </Notice>
              </div>
            ) : (
              save.error && (
                <div className="sm:col-span-2">
                  <FailureNotice failure={topProblem(save.error)} />
                </div>
              )
            )}
            <Select
              label="Owner"
              optional
              error={fields["set.owner"]}
              value={plan.owner}
              onChange={(event) => setPlan({ ...plan, owner: event.target.value })}
              options={[{ value: "", label: "As it is" }, ...ownerOptions(frame.people, null).slice(1)]}
            />
            <TextField
              label="Due"
              optional
              type="date"
              min={frame.today}
              error={fields["set.dueOn"] ?? (empty ? "Choose an owner, a day, or both." : undefined)}
              value={plan.dueOn}
              onChange={(event) => setPlan({ ...plan, dueOn: event.target.value })}
            />
            <button type="submit" hidden />
          </form>
        )}
        <FixList title={save.isSuccess ? "Planned" : "To be planned"} gaps={left} />
        <FixList
          title="Not planned"
          gaps={refused.map(({ gap }) => gap)}
          why={refused.map(({ why }) => why)}
        />
      </div>
    </Dialog>
  );
}
