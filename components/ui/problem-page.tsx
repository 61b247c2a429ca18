import type { ReactNode } from "react";

interface ProblemPageProps {
  /** A word or number above the sentence. */
  kicker: string;
  /** What happened. */
  title: string;
  /** What is kept and what to do. */
  children: ReactNode;
  /** Buttons, the best one first. */
  actions?: ReactNode;
  /** What to tell those who run it, so that they find the line in the log. */
  reference?: string | undefined;
}

/** A whole page for when something is not there or went wrong: what happened, what is kept, what to do. */
export function ProblemPage({ kicker, title, children, actions, reference }: ProblemPageProps) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid min-h-[70dvh] max-w-130 content-center px-5 py-16">
      <p className="text-sm font-strong text-ink-3">{kicker}</p>
      <h1 className="say mt-1.5">{title}</h1>
      <div className="mt-3 grid gap-2 text-pretty text-ink-2">{children}</div>
      {actions !== undefined && <div className="mt-6 flex flex-wrap gap-2">{actions}</div>}
      {reference !== undefined && (
        <p className="mt-6 border-t border-line pt-3 text-sm text-ink-3">
          If it keeps happening, tell whoever runs Plumbline this reference:{" "}
          <code className="font-sans font-strong text-ink-2 select-all">{reference}</code>
        </p>
      )}
    </main>
  );
}

const ACTION =
  "inline-flex min-h-7.5 items-center rounded-md border px-2.75 py-1 text-[0.8125rem] font-medium leading-[1.3]";
const FIRST = "border-ink bg-ink text-paper hover:bg-ink-2";
const OTHER = "border-line-strong bg-card text-ink hover:bg-sunk";

/** Something to do on a page that failed: leads somewhere, or does something here. */
export type ProblemAction = { label: string } & ({ href: string } | { onClick: () => void });

/**
 * The actions of a page that failed, the best one first. Plain elements and anchors: what went wrong may be the page's own
 * scripts, a whole new document is the surer way out, and every page carries these.
 */
export function ProblemActions({ actions }: { actions: readonly ProblemAction[] }) {
  return actions.map((action, index) => {
    const className = `${ACTION} ${index === 0 ? FIRST : OTHER}`;
    return "href" in action ? (
      <a key={action.label} href={action.href} className={className}>
        {action.label}
      </a>
    ) : (
      <button key={action.label} type="button" onClick={action.onClick} className={className}>
        {action.label}
      </button>
    );
  });
}
