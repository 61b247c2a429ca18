"use client";

import { Ellipsis } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { ConditionDialog } from "./condition-dialog";
import { useLaunchFrame } from "./launch-frame";
import { type GapPlace, isSamePlace } from "./named-questions";

const load = () => import("./dispose-dialog").then((module) => module.DisposeDialog);
const DisposeDialog = dynamic(load, { ssr: false });

/** What else can be done about a gap that is decided about: decide anew, hand its condition over or move it. */
export function GapMenu({ place, conditionId }: { place: GapPlace; conditionId: string | null }) {
  const { launch } = useLaunchFrame();
  const [asked, setAsked] = useState<"dispose" | "condition" | null>(null);
  const gap = launch.gaps.find((each) => isSamePlace(each, place));
  const condition = launch.conditions.find(
    ({ id, state }) => id === conditionId && (state === "open" || state === "overdue"),
  );
  if (!launch.can.dispose || (!gap && !condition)) return null;
  const isDecided = gap !== undefined && (gap.disposition !== null || gap.carried);
  const close = () => setAsked(null);
  return (
    <>
      <Menu
        label={`More about ${gap?.title ?? "this condition"}`}
        align="end"
        triggerClass={buttonLook("quiet", "normal", "-mr-1.5 px-1.5!")}
        trigger={<Ellipsis aria-hidden="true" className="size-3.5" />}
      >
        {condition && (
          <MenuItem onSelect={() => setAsked("condition")}>Hand over, or move the day …</MenuItem>
        )}
        {gap && (
          <MenuItem onSelect={() => setAsked("dispose")}>{isDecided ? "Decide anew …" : "Decide …"}</MenuItem>
        )}
      </Menu>
      {asked === "dispose" && gap && <DisposeDialog gap={gap} onClose={close} />}
      {asked === "condition" && condition && <ConditionDialog condition={condition} onClose={close} />}
    </>
  );
}
