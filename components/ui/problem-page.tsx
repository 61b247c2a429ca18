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
