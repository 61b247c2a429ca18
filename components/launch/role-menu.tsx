"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { SignRole } from "@/lib/domain/launch/vocabulary";
import { useLaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";
import { SignerDialog } from "./signer-dialog";
import { TakeOffDialog } from "./take-off-dialog";

/** What can be done with a role of a launch: name or replace who signs, take it off. Only what the viewer may is there. */
export function RoleMenu({ role }: { role: SignRole }) {
  const { launch } = useLaunchFrame();
  const [asked, setAsked] = useState<"signer" | "off" | null>(null);
  const { nameSigner, replaceSigner, takeOff } = launch.can;
  const isNamed = launch.signers[role] !== undefined;
  const mayName = nameSigner || replaceSigner;
  const mayTakeOff = takeOff.includes(role);
  const close = () => setAsked(null);
  if (!mayName && !mayTakeOff) return null;
  return (
    <>
      {mayName && !isNamed ? (
        <Button onClick={() => setAsked("signer")}>
          Name …<span className="sr-only"> who signs for {roleWord(role)}</span>
        </Button>
      ) : (
        <Menu
          label={`More about ${roleWord(role)}`}
          align="end"
          triggerClass={buttonLook("quiet", "normal", "-mr-1.5 px-1.5!")}
          trigger={<Ellipsis aria-hidden="true" className="size-3.5" />}
        >
          {mayName && (
            <MenuItem onSelect={() => setAsked("signer")}>
              {replaceSigner ? "Replace, or change the deputy …" : "Change the deputy …"}
            </MenuItem>
          )}
          {mayTakeOff && <MenuItem onSelect={() => setAsked("off")}>Take this role off …</MenuItem>}
        </Menu>
      )}
      {asked === "signer" && <SignerDialog role={role} onClose={close} />}
      {asked === "off" && <TakeOffDialog role={role} onClose={close} />}
    </>
  );
}
