import type { ReactNode } from "react";

/** The sentence that opens a section, and at its right what can be done there. */
export function SectionHead({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">{children}</div>
      {action}
    </div>
  );
}
