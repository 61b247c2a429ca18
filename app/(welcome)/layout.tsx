import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { Providers } from "@/lib/client/providers";

/** The frame of the pages before signing in. */
export default function WelcomeLayout({ children }: { children: ReactNode }) {
  return (
    <Providers>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex min-h-dvh w-full max-w-110 flex-col px-4 py-10 md:py-20"
      >
        <div className="mb-8">
          <Mark />
        </div>
        {children}
      </main>
    </Providers>
  );
}
