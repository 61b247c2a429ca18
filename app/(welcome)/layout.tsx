import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";

/** The frame of the pages before signing in: one column, hung from a plumb line. */
export default function WelcomeLayout({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="min-h-dvh overflow-hidden px-5 pb-12">
      <div className="mx-auto w-full max-w-92 pt-[max(3.5rem,14dvh)] has-data-wide:max-w-184 has-data-wide:pt-[max(3rem,8dvh)]">
        <div className="relative mb-9">
          <span
            aria-hidden="true"
            className="absolute bottom-[calc(100%-1px)] left-[5.9px] h-dvh w-[1.2px] bg-current"
          />
          <Mark />
        </div>
        {children}
      </div>
    </main>
  );
}
