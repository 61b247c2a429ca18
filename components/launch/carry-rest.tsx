"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toasts } from "@/components/ui/toast-store";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import { counted } from "@/lib/domain/words";
import { carriable } from "./gap-state";
import { useLaunchFrame } from "./launch-frame";
import { priceInWords } from "./trade-words";

/** Takes everything along that blocks nothing and that nobody decided about, in one step, with its number and price (L2). */
export function CarryRest({ main = false }: { main?: boolean | undefined }) {
  const router = useRouter();
  const { launch } = useLaunchFrame();
  const [asking, setAsking] = useState(false);
  const [keyOf] = useState(() => repeatKeys());
  const gaps = carriable(launch.gaps);
  const save = useSave({
    send: () => {
      const body = { gaps: gaps.slice(0, MOST).map(({ service, question }) => ({ service, question })) };
      const params = { launch: launch.id };
      return send("POST /api/v1/launches/:launch/carrying", { params, body, idempotencyKey: keyOf(body) });
    },
    onSaved: ({ carried }) => {
      setAsking(false);
      toasts.show({ text: `${counted(carried.count, "gap is", "gaps are")} carried.` });
      router.refresh();
    },
  });
  if (!launch.can.dispose || gaps.length === 0) return null;
  const rest = gaps.length === 1 ? "the other gap" : `the other ${gaps.length.toLocaleString("en")}`;
  return (
    <>
      <Button
        variant={main ? "main" : "plain"}
        size={main ? "large" : "normal"}
        onClick={() => {
          save.reset();
          setAsking(true);
        }}
      >
        Carry {rest} …
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Carry ${rest}?`}
        description={`${counted(gaps.length, "gap that blocks nothing stays", "gaps that block nothing stay")} open, ${priceInWords(gaps, launch)}. The minutes count and price them; each can still be decided on by itself.`}
        confirm={gaps.length === 1 ? "Carry it" : "Carry them"}
        busy={save.busy}
        problem={save.problem}
        onConfirm={() => save.save()}
      />
    </>
  );
}

/** As many as one request takes. */
const MOST = 2_000;
