"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { RIGHT_TEXT, type Right } from "./rights";

interface RightsBoxesProps {
  value: Readonly<Record<Right, boolean>>;
  onChange: (right: Right, on: boolean) => void;
}

/** What somebody may do beyond reading and answering for their teams. */
export function RightsBoxes({ value, onChange }: RightsBoxesProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-strong">Rights</legend>
      <p className="mb-1.5 text-sm text-ink-3">
        Everybody reads everything, and answers for the services of their teams. Beyond that:
      </p>
      <div className="grid gap-1.5">
        {(["admin", "executive"] as const).map((right) => (
          <Checkbox
            key={right}
            label={RIGHT_TEXT[right].name}
            hint={RIGHT_TEXT[right].means}
            checked={value[right]}
            onChange={(event) => onChange(right, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
