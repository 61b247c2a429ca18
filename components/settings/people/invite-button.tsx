"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-look";
import { InviteDialog } from "./invite-dialog";
import type { InviteContext } from "./invite-links";
import type { Place } from "./team-names";

interface InviteButtonProps {
  context: InviteContext;
  label?: string | undefined;
  variant?: ButtonVariant | undefined;
  /** The team that it begins with. */
  places?: readonly Place[] | undefined;
}

const NO_PLACES: readonly Place[] = [];

/** Opens the dialog that invites people. */
export function InviteButton({
  context,
  label = "Invite people",
  variant = "main",
  places = NO_PLACES,
}: InviteButtonProps) {
  const [open, setOpen] = useState(false);
  const [times, setTimes] = useState(0);
  return (
    <>
      <Button
        variant={variant}
        onClick={() => {
          setTimes(times + 1);
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <InviteDialog
        key={times}
        open={open}
        onClose={() => setOpen(false)}
        start={{ addresses: "", places }}
        context={context}
      />
    </>
  );
}
