"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";

/** Loads the example portfolio. */
export function LoadExample() {
  const router = useRouter();
  const load = useMutation({
    mutationFn: () => send("POST /api/v1/example", {}),
    onSuccess: ({ services, teams }) => {
      toasts.show({ text: `The example is there: ${services} services of ${teams} teams.` });
      router.refresh();
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
        <div className="mt-2">
          <Notice tone="problem">{messageOf(load.error)}</Notice>
        </div>
      )}
    </>
  );
}
