import type { ReactNode } from "react";
import { ProblemPage } from "@/components/ui/problem-page";

/** A page that one may know of but not use: who may, and where to go instead. */
export function NotAllowed({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <ProblemPage kicker="Not yours to change" title={title} actions={actions}>
      <p>{children}</p>
    </ProblemPage>
  );
}
