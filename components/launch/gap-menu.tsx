"use client";

import { Ellipsis } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { useLaunchDialogs, useLaunchFrame } from "./launch-frame";
import { type GapPlace, isSamePlace } from "./named-questions";

/** What else can be done about a gap that is decided about: decide anew, hand its condition over or move it. */
export function GapMenu({ place, conditionId }: { place: GapPlace; conditionId: string | null }) {
  const { launch } = useLaunchFrame();
  const { ask } = useLaunchDialogs();
  const gap = launch.gaps.find((each) => isSamePlace(each, place));
  const condition = launch.conditions.find(
    ({ id, state }) => id === conditionId && (state === "open" || state === "overdue"),
  );
  if (!launch.can.dispose || (!gap && !condition)) return null;
  const isDecided = gap !== undefined && (gap.disposition !== null || gap.carried);
  return (
    <Menu
      label={`More about ${gap?.title ?? "this condition"}`}
      align="end"
      triggerClass={buttonLook("quiet", "normal", "-mr-1.5 px-1.5!")}
      trigger={<Ellipsis aria-hidden="true" className="size-3.5" />}
    >
      {condition && (
        <MenuItem onSelect={() => ask({ about: "condition", condition })}>
          Hand over, or move the day …
        </MenuItem>
      )}
      {gap && (
        <MenuItem onSelect={() => ask({ about: "gaps", places: [gap] })}>
          {isDecided ? "Change the decision …" : "Decide …"}
        </MenuItem>
      )}
    </Menu>
  );
}
