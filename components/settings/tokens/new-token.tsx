"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Token } from "@/lib/contracts/people";
import { TokenForm } from "./token-form";
import { TokenSecret } from "./token-secret";

/** Makes a token in a dialog, and shows it there, once. */
export function NewToken({ timeZone, now }: { timeZone: string; now: string }) {
  const id = useId();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Token | null>(null);
  function close() {
    setOpen(false);
    if (made !== null) router.refresh();
  }
  return (
    <>
      <Button
        variant="main"
        onClick={() => {
          setMade(null);
          setOpen(true);
        }}
      >
        New token
      </Button>
      <Dialog
        keep
        open={open}
        onOpenChange={(next) => !next && close()}
        title={made === null ? "New token" : `${made.name} is made`}
        description={
          made === null
            ? "A script that carries it may do what you may do, as far as you tick it here, and never more."
            : "Copy the token now. Plumbline keeps only a fingerprint of it and cannot show it again."
        }
        footer={
          made === null ? (
            <>
              <Button onClick={close}>Cancel</Button>
              <Button type="submit" form={id} variant="main" busy={busy} busyText="Making …">
                Make the token
              </Button>
            </>
          ) : (
            <Button variant="main" onClick={close}>
              Done
            </Button>
          )
        }
      >
        {made === null ? (
          <TokenForm id={id} timeZone={timeZone} now={now} onBusy={setBusy} onMade={setMade} />
        ) : (
          <TokenSecret token={made} />
        )}
      </Dialog>
    </>
  );
}
