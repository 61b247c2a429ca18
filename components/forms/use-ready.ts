import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * Whether the page's own code runs already. Until then a form must not be sent: the browser would do it by itself,
 * and a password has no business in an address.
 */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
