"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toasts } from "@/components/ui/toast-store";
import { repeatKeys } from "@/lib/client/repeat-key";
import { ApiProblem, send } from "@/lib/client/request";
import { RemoveExample } from "./remove-example";

const isThere = (error: unknown) => error instanceof ApiProblem && error.problem.code === "conflict";

/** Loads the example portfolio. When it is there already, the page shows it, or what is left of it can be removed. */
export function LoadExample() {
  const router = useRouter();
  const [keyFor] = useState(() => repeatKeys());
  const load = useSave({
    send: () => send("POST /api/v1/example", { idempotencyKey: keyFor("load") }),
    onSaved: ({ services, teams }) => {
      toasts.show({
        text: `The example is there: ${services} services of ${teams} teams, retired ones included.`,
      });
      router.refresh();
    },
    onFailed: (error) => isThere(error) && router.refresh(),
    leaves: true,
  });
  return (
    <>
      <Button busy={load.busy} busyText="Loading the example …" onClick={() => load.save()}>
        Load the example
      </Button>
      {load.problem !== null && (
        <div className="mt-2 basis-full">
          <Notice tone="problem" action={isThere(load.error) && <RemoveExample />}>
            {load.problem}
          </Notice>
        </div>
      )}
    </>
  );
}
