"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSave } from "@/components/forms/use-save";
import { ownerOptions, type PlanFrame } from "@/components/gaps/plan-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { send } from "@/lib/client/request";
import type { WorthGap } from "@/lib/contracts/exposure";
import { counted } from "@/lib/domain/words";
import {
  keyOf,
  MOST_OF_THEIR_OWN,
  type PlanDraft,
  planInParts,
  plansOf,
  type RefusedGap,
  refusedGaps,
  without,
} from "./plan-fixes";

interface PlanFixesDialogProps {
  /** The ticked ones, at most 1,000. */
  gaps: readonly WorthGap[];
  /** How many are ticked. */
  total: number;
  frame: PlanFrame;
  onClose: () => void;
}

const fixes = (count: number) => counted(count, "fix", "fixes");
const planned = (count: number) => counted(count, "fix is planned", "fixes are planned");

/** Turns supposed fixes into planned ones: an owner and a day for all, or of a few each its own; and what came of each. */
export function PlanFixesDialog({ gaps, total, frame, onClose }: PlanFixesDialogProps) {
  const { left, planned: done, refused, setAside, save } = usePlanFixes(gaps);
  const [common, setCommon] = useState({ owner: "", dueOn: "" });
  const [own, setOwn] = useState<OwnPlans>({});
  const [few] = useState(left.length <= MOST_OF_THEIR_OWN);
  const [empty, setEmpty] = useState(false);
  const plans = plansOf(left, common, own);
  const owners = [{ value: "", label: "As it is" }, ...ownerOptions(frame.people, null).slice(1)];
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
            <Select
              label={few ? "Owner of all" : "Owner"}
              optional
              value={common.owner}
              onChange={(event) => setCommon({ ...common, owner: event.target.value })}
              options={owners}
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
                <PlanRows gaps={left} {...{ common, own, owners }} today={frame.today} onChange={setOwn} />
              </div>
            )}
            <button type="submit" hidden />
          </form>
        )}
        {(save.isSaved || !rows) && (
          <FixList title={save.isSaved ? "Left as they were" : "To be planned"} gaps={left} />
        )}
        <FixList title="Planned" gaps={done} />
        <FixList
          title="Not planned"
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

interface FixListProps {
  title: string;
  gaps: readonly WorthGap[];
  /** What is said of each, in the same order. */
  why?: readonly string[] | undefined;
}

/** Gaps by name, with where they are; of those that were refused, why. */
function FixList({ title, gaps, why }: FixListProps) {
  if (gaps.length === 0) return null;
  return (
    <section>
      <h3 className="text-sm font-strong text-ink-2">
        {title} <span className="font-normal text-ink-3">{gaps.length.toLocaleString("en")}</span>
      </h3>
      <ul className="mt-1 max-h-56 overflow-y-auto">
        {gaps.map((gap, index) => (
          <li key={`${gap.service} ${gap.question}`} className="border-t border-line py-1">
            <bdi>{gap.title}</bdi>
            <span className="block text-sm text-ink-3">
              <Link
                href={`/services/${gap.service}`}
                className="inline-block min-h-6 content-center hover:underline"
              >
                <bdi>{gap.serviceName}</bdi>
              </Link>
              {why?.[index] && <span className="text-no"> · {why[index]}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type OwnPlans = Readonly<Record<string, Partial<PlanDraft>>>;

interface PlanRowsProps {
  gaps: readonly WorthGap[];
  common: PlanDraft;
  own: OwnPlans;
  owners: readonly SelectOption[];
  today: string;
  onChange: (own: OwnPlans) => void;
}

/** A few gaps to be planned, each with an owner and a day of its own, which begin as those for all. */
function PlanRows({ gaps, common, own, owners, today, onChange }: PlanRowsProps) {
  return (
    <ul aria-label="To be planned">
      {gaps.map((gap) => {
        const key = keyOf(gap);
        const name = `${gap.title} (${gap.serviceName})`;
        const set = (change: Partial<PlanDraft>) => onChange({ ...own, [key]: { ...own[key], ...change } });
        return (
          <li key={key} className="grid grid-cols-2 gap-x-3.5 gap-y-1.5 border-t border-line py-2">
            <span className="col-span-2">
              <bdi>{gap.title}</bdi>
              <span className="block text-sm text-ink-3">
                <bdi>{gap.serviceName}</bdi>
              </span>
            </span>
            <Select
              label={`Owner of ${name}`}
              hideLabel
              optional
              value={own[key]?.owner ?? common.owner}
              onChange={(event) => set({ owner: event.target.value })}
              options={owners}
            />
            <TextField
              label={`Due day of ${name}`}
              hideLabel
              optional
              type="date"
              min={today}
              value={own[key]?.dueOn ?? common.dueOn}
              onChange={(event) => set({ dueOn: event.target.value })}
            />
          </li>
        );
      })}
    </ul>
  );
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
function usePlanFixes(gaps: readonly WorthGap[]) {
  const router = useRouter();
  const [left, setLeft] = useState<readonly WorthGap[]>(() => gaps.filter(({ plan }) => plan !== false));
  const [planned, setPlanned] = useState<readonly WorthGap[]>([]);
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
        setPlanned((before) => [...before, ...part.map(({ gap }) => gap)]);
        setLeft((before) => without(before, part));
      });
      router.refresh();
      if (failed === null) return;
      const sent = failed.part.map(({ gap }) => gap);
      const found = refusedGaps(failed.error, sent);
      markSetAside(found.length > 0);
      setRefused((before) => [...before, ...found]);
      setLeft((before) => without(before, found));
      throw failed.error;
    },
  });
  return { left, planned, refused, setAside, save };
}
