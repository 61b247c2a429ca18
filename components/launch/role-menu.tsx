"use client";

import { Ellipsis } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { SignRole } from "@/lib/domain/launch/vocabulary";
import { useLaunchDialogs, useLaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";

/** What can be done with a role of a launch: name or replace who signs, take it off. Only what the viewer may is there. */
export function RoleMenu({ role }: { role: SignRole }) {
  const { launch } = useLaunchFrame();
  const { ask } = useLaunchDialogs();
  const { nameSigner, replaceSigner, takeOff } = launch.can;
  const isNamed = launch.signers[role] !== undefined;
  const mayName = nameSigner || replaceSigner;
  const mayTakeOff = takeOff.includes(role);
  if (!mayName && !mayTakeOff) return null;
  if (mayName && !isNamed) {
    return (
      <Button onClick={() => ask({ about: "signer", role })}>
        Name …<span className="sr-only"> who signs for {roleWord(role)}</span>
      </Button>
    );
  }
  return (
    <Menu
      label={`More about ${roleWord(role)}`}
      align="end"
      triggerClass={buttonLook("quiet", "normal", "-mr-1.5 px-1.5!")}
      trigger={<Ellipsis aria-hidden="true" className="size-3.5" />}
    >
      {mayName && (
        <MenuItem onSelect={() => ask({ about: "signer", role })}>
          {replaceSigner ? "Replace, or change the deputy …" : "Change the deputy …"}
        </MenuItem>
      )}
      {mayTakeOff && <MenuItem onSelect={() => ask({ about: "role", role })}>Take this role off …</MenuItem>}
    </Menu>
  );
}
