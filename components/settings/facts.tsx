import type { ReactNode } from "react";

/** One fact: its name, and what it is. */
export interface Fact {
  name: string;
  value: ReactNode;
}

/** Facts that are read and not changed here. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2.5 sm:grid-cols-[8.5rem_1fr]">
      {facts.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-ink-3 max-sm:-mb-2">{name}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
