"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { counted } from "@/components/service/counted";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { ExampleThere } from "@/lib/contracts/example";

/** Fetched when it is first asked: most who look at the portfolio never press this. */
const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
);

/** What goes with the example, in words. */
export function whatGoes({ services, teams, people, entries, byRealPeople, prices }: ExampleThere): string {
  const things = [
    `${counted(services, "service")} of ${counted(teams, "team")}`,
    `${counted(people, "invented person", "invented people")}`,
    `${counted(entries, "line")} of history`,
    ...(prices ? ["the example's prices"] : []),
  ];
  const own =
    byRealPeople === 0
      ? ""
      : ` ${counted(byRealPeople, "of these lines was", "of these lines were")} written by people of yours, and will be lost.`;
  return `${things.slice(0, -1).join(", ")} and ${things.at(-1)} go.${own}`;
}

/** Takes the example portfolio away, after a question that says what goes with it. */
export function RemoveExample() {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(false);
  const there = useQuery({
    queryKey: ["example"],
    queryFn: () => send("GET /api/v1/example", {}),
    enabled: asking,
    staleTime: 0,
  });
  const remove = useMutation({
    mutationFn: () => send("DELETE /api/v1/example", {}),
    onSuccess: ({ services, kept }) => {
      const stay = kept.length === 0 ? "" : ` ${kept.join(", ")} stayed: services of yours belong there.`;
      toasts.show({ text: `The example is gone, with its ${counted(services, "service")}.${stay}` });
      setAsking(false);
      router.refresh();
    },
  });
  const problem = remove.error ?? there.error;
  const stays = there.data?.kept.length
    ? ` ${there.data.kept.join(", ")} stays: services of yours belong there.`
    : "";
  return (
    <>
      <Button
        onClick={() => {
          remove.reset();
          setAsking(true);
          setAsked(true);
        }}
      >
        Remove the example
      </Button>
      {asked && (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title="Remove the example?"
          description={
            there.data
              ? `${whatGoes(there.data)}${stays} What is real stays. The example can be loaded again, as it was at first.`
              : "Looking what goes with it …"
          }
          confirm="Remove the example"
          danger
          busy={remove.isPending || there.isFetching}
          problem={problem ? messageOf(problem) : null}
          onConfirm={() => there.data && remove.mutate()}
        />
      )}
    </>
  );
}
