import { History } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

interface AsOfBannerProps {
  /** What is shown, such as "the portfolio". */
  what: string;
  /** The instant in words, such as "at the end of 20 October 2026". */
  when: string;
  /** The same page of now. */
  now: string;
  /** Where else one can go from here. */
  children?: ReactNode;
}

/** Over a page of the past: that it is one, and the way back. */
export function AsOfBanner({ what, when, now, children }: AsOfBannerProps) {
  return (
    <div
      role="status"
      className="mb-5 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border border-unclear/40 bg-unclear-soft/55 px-3 py-2"
    >
      <History aria-hidden="true" className="size-4 shrink-0 text-unclear" />
      <p className="min-w-0 flex-1 basis-60">
        You see {what} as it was <b>{when}</b>. Nothing can be changed here.
      </p>
      <span className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
        {children}
        <Link href={now} className="link min-h-6 content-center font-strong">
          Back to today
        </Link>
      </span>
    </div>
  );
}
