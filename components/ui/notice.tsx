import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type NoticeTone = "info" | "warn" | "problem";

const LOOK: Record<NoticeTone, { box: string; icon: string; Icon: typeof Info; word: string }> = {
  info: { box: "border-line bg-sunk", icon: "text-ink-3", Icon: Info, word: "Note" },
  warn: {
    box: "border-partly/35 bg-partly-soft/55",
    icon: "text-partly",
    Icon: TriangleAlert,
    word: "Warning",
  },
  problem: { box: "border-no/35 bg-no-soft/55", icon: "text-no", Icon: CircleAlert, word: "Problem" },
};

interface NoticeProps {
  tone?: NoticeTone | undefined;
  title?: string | undefined;
  children?: ReactNode;
  /** What to do about it, as buttons or links. */
  action?: ReactNode;
}

/** A message in the page itself. A problem is announced at once, the rest when there is a pause. */
export function Notice({ tone = "info", title, children, action }: NoticeProps) {
  const { box, icon, Icon, word } = LOOK[tone];
  return (
    <div
      role={tone === "problem" ? "alert" : "status"}
      className={classNames(
        "flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-lg border px-3 py-2.5",
        box,
      )}
    >
      <Icon aria-label={word} className={classNames("mt-0.75 size-3.5 shrink-0", icon)} />
      <div className="min-w-0 flex-1 basis-48 text-ink">
        {title !== undefined && <p className="font-strong">{title}</p>}
        {children !== undefined && <div className="text-ink-2">{children}</div>}
      </div>
      {action !== undefined && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
