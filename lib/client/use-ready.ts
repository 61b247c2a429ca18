"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * Whether the page's own code runs already. What is drawn from the browser's memory is left out until then: a part that comes
 * to life late would differ from what the server drew, and be made anew with all around it, under somebody's click.
 */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
