import type { ReactNode } from "react";
import { Finder } from "@/components/palette/finder";
import { mayOpen } from "@/components/palette/may-open";
import { organisationScope } from "@/lib/auth/page-scope";

/** A screen that many look at has no bar; Ctrl K and the list of keys are there all the same, and no letter leads away. */
export default async function MeetingLayout({ children }: { children: ReactNode }) {
  const { viewer } = await organisationScope("organisation:read");
  return (
    <>
      {children}
      <Finder bare person={viewer.anybody ? null : viewer.person.id} may={mayOpen(viewer.actor)} />
    </>
  );
}
