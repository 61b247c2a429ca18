"use client";

import { type ComponentType, useEffect, useState } from "react";

/**
 * Where toasts appear; once, in the root layout. It comes after the page, before anything is said: by an effect, because a
 * part that the server leaves out keeps a page from being cached.
 */
export function ToastRegion() {
  const [List, setList] = useState<ComponentType | null>(null);
  useEffect(() => {
    import("./toast-list").then(
      ({ ToastList }) => setList(() => ToastList),
      () => undefined,
    );
  }, []);
  return List && <List />;
}
