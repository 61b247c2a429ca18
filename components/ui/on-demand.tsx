"use client";

import { type ComponentType, lazy, Suspense } from "react";

/**
 * A part whose script comes when it is first shown: a dialog, or what stands there only after a press or a reply. Until it is
 * there, nothing is.
 * @param load imports its module and picks it
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  // biome-ignore lint/correctness/noComponentHookFactories: modules call it once, as they would call lazy itself
  return function OnDemand(props: Props) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    );
  };
}
