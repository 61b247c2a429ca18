import { Select, type SelectOption } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { WorthGap } from "@/lib/contracts/exposure";
import { keyOf, type PlanDraft } from "./plan-fixes";

export type OwnPlans = Readonly<Record<string, Partial<PlanDraft>>>;

interface PlanRowsProps {
  gaps: readonly WorthGap[];
  common: PlanDraft;
  own: OwnPlans;
  owners: readonly SelectOption[];
  today: string;
  onChange: (own: OwnPlans) => void;
}

/** A few gaps to be planned, each with an owner and a day of its own, which begin as those for all. */
export function PlanRows({ gaps, common, own, owners, today, onChange }: PlanRowsProps) {
  return (
    <ul aria-label="To be planned">
      {gaps.map((gap) => {
        const key = keyOf(gap);
        const name = `${gap.text} (${gap.serviceName})`;
        const set = (change: Partial<PlanDraft>) => onChange({ ...own, [key]: { ...own[key], ...change } });
        return (
          <li key={key} className="grid grid-cols-2 gap-x-3.5 gap-y-1.5 border-t border-line py-2">
            <span className="col-span-2">
              {gap.text}
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
