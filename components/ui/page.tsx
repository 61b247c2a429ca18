import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** The <main> of a page: 1384 px at most, the target of the skip link. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean | undefined }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classNames(
        "mx-auto w-full px-4 pt-4 pb-10 md:px-7 md:pt-5 md:pb-15 print:max-w-none print:p-0",
        narrow ? "max-w-200" : "max-w-page",
      )}
    >
      {children}
    </main>
  );
}
