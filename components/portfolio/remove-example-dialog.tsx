"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useSave } from "@/components/forms/use-save";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { ExampleThere } from "@/lib/contracts/example";
import { counted, listed } from "@/lib/domain/words";

/** What goes with the example, in words. */
export function whatGoes(there: ExampleThere): string {
  const { services, teams, people, entries, launches, byRealPeople, prices } = there;
  const { plansByRealPeople, launchesByRealPeople } = there;
  const things = [
    `${counted(services, "service")} of ${counted(teams, "team")}`,
    `${counted(people, "invented person", "invented people")}`,
    `${counted(entries, "line")} of history`,
    ...(launches > 0 ? [counted(launches, "launch", "launches")] : []),
    ...(prices ? ["the example's prices"] : []),
  ];
  const own = [
    ...(byRealPeople > 0 ? [counted(byRealPeople, "of these lines", "of these lines")] : []),
    ...(plansByRealPeople > 0 ? [counted(plansByRealPeople, "plan for a gap", "plans for gaps")] : []),
    ...(launchesByRealPeople > 0
      ? [counted(launchesByRealPeople, "of these launches", "of these launches")]
      : []),
  ];
  const were = byRealPeople + plansByRealPeople + launchesByRealPeople === 1 ? "was" : "were";
  const lost = own.length > 0 ? ` ${listed(own)} ${were} written by your own people, and will be lost.` : "";
  return `${listed(things)} go.${lost}`;
}

/** Which teams stay, in words that follow others; nothing where none does. @param kept their names */
export function whatStays(kept: readonly string[]): string {
  if (kept.length === 0) return "";
  return ` ${listed(kept)} ${kept.length === 1 ? "stays" : "stay"}: services of yours belong there.`;
}

interface RemoveExampleDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks whether the example portfolio goes, says what goes with it, and takes it away. */
export function RemoveExampleDialog({ open, onOpenChange }: RemoveExampleDialogProps) {
  const router = useRouter();
  const there = useQuery({
    queryKey: ["example"],
    queryFn: () => send("GET /api/v1/example", {}),
    enabled: open,
    staleTime: 0,
  });
  const remove = useSave({
    send: () => send("DELETE /api/v1/example", {}),
    onSaved: ({ services, kept }) => {
      const stay = kept.length === 0 ? "" : ` ${listed(kept)} stayed: services of yours belong there.`;
      toasts.show({ text: `The example is gone, with its ${counted(services, "service")}.${stay}` });
      onOpenChange(false);
      router.refresh();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Remove the example?"
      description={
        there.data
          ? `${whatGoes(there.data)}${whatStays(there.data.kept)} What is real stays. The example can be loaded again, as it was at first.`
          : "Checking what goes with it …"
      }
      confirm="Remove the example"
      danger
      busy={remove.busy || there.isFetching}
      problem={remove.problem ?? (there.error && messageOf(there.error))}
      onConfirm={() => there.data && remove.save()}
    />
  );
}
