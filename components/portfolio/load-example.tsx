"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toasts } from "@/components/ui/toast-store";
import { repeatKeys } from "@/lib/client/repeat-key";
import { ApiProblem, messageOf, send } from "@/lib/client/request";
import { RemoveExample } from "./remove-example";

const isThere = (error: unknown) => error instanceof ApiProblem && error.problem.code === "conflict";

/** Loads the example portfolio. When it is there already, the page shows it, or what is left of it can be removed. */
export function LoadExample() {
  const router = useRouter();
  const [keyFor] = useState(() => repeatKeys());
  const load = useMutation({
    mutationFn: () => send("POST /api/v1/example", { idempotencyKey: keyFor("load") }),
    onSuccess: ({ services, teams }) => {
      toasts.show({ text: `The example is there: ${services} services of ${teams} teams.` });
      router.refresh();
    },
    onError: (error) => {
      if (isThere(error)) router.refresh();
    },
  });
  return (
    <>
      <Button
        busy={load.isPending || load.isSuccess}
        busyText="Loading the example …"
        onClick={() => load.mutate()}
      >
        Load the example
      </Button>
      {load.isError && (
        <div className="mt-2 basis-full">
          <Notice tone="problem" action={isThere(load.error) && <RemoveExample />}>
            {messageOf(load.error)}
          </Notice>
        </div>
      )}
    </>
  );
}
