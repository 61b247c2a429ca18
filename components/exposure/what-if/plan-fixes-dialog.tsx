"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSave } from "@/components/forms/use-save";
import type { PlanFrame } from "@/components/gaps/plan-context";
import { PersonField } from "@/components/people/person-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { WorthGap } from "@/lib/contracts/exposure";
import type { Unit } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";
import {
  MOST_OF_THEIR_OWN,
  planInParts,
  plansOf,
  type RefusedGap,
  refusedGaps,
  teamsOf,
  without,
} from "./plan-fixes";
import { FixList, type OwnPlans, PlanRows } from "./plan-rows";

interface PlanFixesDialogProps {
  /** The ticked ones, at most 1,000. */
  gaps: readonly WorthGap[];
  /** How many are ticked. */
  total: number;
  frame: PlanFrame;
  /** What their worth is told in. */
  unit: Unit;
  onClose: () => void;
}

const fixes = (count: number) => counted(count, "fix", "fixes");
const planned = (count: number) => counted(count, "fix is planned", "fixes are planned");

/**
 * Turns supposed fixes into planned ones: an owner and a day for all, or of a few each its own. Once all of them are planned
 * it closes and says so; otherwise it says what came of each.
 */
export function PlanFixesDialog({ gaps, total, frame, unit, onClose }: PlanFixesDialogProps) {
  const { left, done, refused, setAside, save } = usePlanFixes(gaps, onClose);
  const [common, setCommon] = useState({ owner: "", dueOn: "" });
  const [own, setOwn] = useState<OwnPlans>({});
  const [teams] = useState(() => teamsOf(gaps));
  const [few] = useState(left.length <= MOST_OF_THEIR_OWN);
  const [empty, setEmpty] = useState(false);
  const plans = plansOf(left, common, own);
  const owners = { people: frame.people, teams, now: null, placeholder: "As it is" };
  const beyond = total - gaps.length;
  const count = plans.length > 0 ? plans.length : left.length;
  // What was given to one of them stays in sight while the others go.
  const rows = few && (left.length > 1 || Object.keys(own).length > 0);

  function submit(event?: FormEvent): void {
    event?.preventDefault();
    setEmpty(plans.length === 0);
    if (plans.length > 0) save.save(plans);
  }

  return (
    <Dialog
      open
      keep
      onOpenChange={(open) => !open && onClose()}
      title={save.isSaved ? planned(done.length) : "Plan these fixes"}
      description={
        save.isSaved
          ? "Each is in the list of gaps and on the page of its service."
          : descriptionOf(left.length, rows)
      }
      footer={
        save.isSaved ? (
          <Button variant="main" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{done.length > 0 ? "Close" : "Cancel"}</Button>
            <Button
              variant="main"
              busy={save.busy}
              busyText={done.length > 0 ? `Planned ${done.length.toLocaleString("en")} …` : "Planning …"}
              disabled={left.length === 0}
              onClick={() => submit()}
            >
              Plan {fixes(count)}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-3.5">
        {!save.isSaved && beyond > 0 && (
          <Notice
            tone="warn"
            title={`${total.toLocaleString("en")} gaps are ticked; these are the ${gaps.length.toLocaleString("en")} worth most.`}
          >
            The other {beyond.toLocaleString("en")} are not planned here: filter by team or tier, and plan
            theirs there.
          </Notice>
        )}
        {!save.isSaved && (
          <form noValidate className="grid gap-3.5 sm:grid-cols-2" onSubmit={submit}>
            {save.failure && (
              <div className="sm:col-span-2">
                {setAside ? (
                  <Notice
                    tone="warn"
                    title={`${done.length === 0 ? "Nothing is planned yet" : planned(done.length)}: some were refused.`}
                  >
                    They are set aside below, and stay ticked. Press again to plan the others.
                  </Notice>
                ) : (
                  <>
                    <FailureNotice failure={save.failure} />
                    {done.length > 0 && (
                      <p className="mt-1.5 text-sm">
                        {planned(done.length)} and stay so. Press again for the others.
                      </p>
                    )}
                  </>
                )}
              </div>
            )}
            <PersonField
              label={few ? "Owner of all" : "Owner"}
              optional
              {...owners}
              value={common.owner}
              onChange={(owner) => setCommon({ ...common, owner })}
            />
            <TextField
              label={few ? "Due, all of them" : "Due"}
              optional
              type="date"
              min={frame.today}
              error={empty && plans.length === 0 ? "Choose an owner, a day, or both." : undefined}
              value={common.dueOn}
              onChange={(event) => setCommon({ ...common, dueOn: event.target.value })}
            />
            {rows && (
              <div className="sm:col-span-2">
                <PlanRows
                  gaps={left}
                  {...{ common, own, owners, unit }}
                  today={frame.today}
                  onChange={setOwn}
                />
              </div>
            )}
            <button type="submit" hidden />
          </form>
        )}
        {(save.isSaved || !rows) && (
          <FixList title={save.isSaved ? "Left as they were" : "To be planned"} gaps={left} unit={unit} />
        )}
        <FixList title="Planned" gaps={done} unit={unit} />
        <FixList
          title="Not planned"
          unit={unit}
          gaps={refused.map(({ gap }) => gap)}
          why={refused.map(({ why }) => why)}
        />
      </div>
    </Dialog>
  );
}

function descriptionOf(gaps: number, rows: boolean): string {
  if (gaps === 0) return "None of them can be planned here.";
  if (gaps === 1) return "It gets this owner and day. The rest of its plan stays.";
  const own = rows ? ", unless you give one its own" : "";
  return `${counted(gaps, "gap")} get the same owner and day${own}. The rest of their plans stays.`;
}

type Plans = ReturnType<typeof plansOf>;

const post = (part: Readonly<Plans>) =>
  send("POST /api/v1/gaps/plans", {
    body: { gaps: part.map(({ gap: { service, question }, set }) => ({ service, question, set })) },
  });

/**
 * Plans gaps, part after part, each wholly or not at all. What is planned stays planned when a later part fails; the gaps
 * that a refusal names are set aside, and the others are there to be tried again.
 */
function usePlanFixes(gaps: readonly WorthGap[], onAllPlanned: () => void) {
  const router = useRouter();
  const [left, setLeft] = useState<readonly WorthGap[]>(() => gaps.filter(({ plan }) => plan !== false));
  const [done, setDone] = useState<readonly WorthGap[]>([]);
  const [refused, setRefused] = useState<readonly RefusedGap[]>(() =>
    gaps
      .filter(({ plan }) => plan === false)
      .map((gap) => ({ gap, why: "Only its team, or an admin, plans it." })),
  );
  const [setAside, markSetAside] = useState(false);
  const save = useSave({
    send: async (plans: Plans) => {
      markSetAside(false);
      const failed = await planInParts(plans, post, (part) => {
        setDone((before) => [...before, ...part.map(({ gap }) => gap)]);
        setLeft((before) => without(before, part));
      });
      router.refresh();
      if (failed === null) return { all: refused.length === 0 && plans.length === left.length };
      const sent = failed.part.map(({ gap }) => gap);
      const found = refusedGaps(failed.error, sent);
      markSetAside(found.length > 0);
      setRefused((before) => [...before, ...found]);
      setLeft((before) => without(before, found));
      throw failed.error;
    },
    onSaved: ({ all }) => {
      if (!all) return;
      toasts.show({ text: `${planned(gaps.length)}.` });
      onAllPlanned();
    },
  });
  return { left, done, refused, setAside, save };
}
