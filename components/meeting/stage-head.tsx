import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

interface StageHeadProps {
  /** A small line above: where in the meeting this is. */
  above: string;
  title: string;
  /** The title is a whole sentence, and set smaller. */
  long?: boolean | undefined;
  children?: ReactNode;
}

/** The heading of what the meeting is at. */
export function StageHead({ above, title, long = false, children }: StageHeadProps) {
  return (
    <header className="mb-5 md:mb-7">
      <p className="text-base text-ink-3 md:text-lg">{above}</p>
      <h1
        tabIndex={-1}
        className={classNames(
          "mt-1.5 font-serif leading-[1.18] font-normal tracking-tight [overflow-wrap:anywhere] md:mt-2.5",
          long
            ? "max-w-[31em] text-2xl text-pretty md:text-4xl"
            : "max-w-[20em] text-3xl text-balance md:text-5xl",
        )}
      >
        {title}
      </h1>
      {children && (
        <p className="mt-2.5 max-w-[46em] text-lg text-pretty text-ink-2 md:mt-3.5 md:text-xl min-[90rem]:text-2xl">
          {children}
        </p>
      )}
    </header>
  );
}
