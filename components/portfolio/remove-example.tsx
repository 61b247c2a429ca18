"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";

/** Takes the example portfolio away, in one press: it was invented, and can be loaded again. */
export function RemoveExample() {
  const router = useRouter();
  const remove = useMutation({
    mutationFn: () => send("DELETE /api/v1/example", {}),
    onSuccess: ({ services, kept }) => {
      const stay = kept.length === 0 ? "" : ` ${kept.join(", ")} stayed: services of yours belong there.`;
      toasts.show({ text: `The example is gone, with its ${services} services.${stay}` });
      router.refresh();
    },
    onError: (error) => toasts.show({ text: messageOf(error), tone: "problem" }),
  });
  return (
    <Button busy={remove.isPending} busyText="Removing …" onClick={() => remove.mutate()}>
      Remove the example
    </Button>
  );
}
