"use client";

import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { type Toast, toastStays, toasts } from "./toast-store";

const NONE: readonly Toast[] = [];

function ToastCard({ toast, held }: { toast: Toast; held: boolean }) {
  useEffect(() => {
    const stays = toastStays(toast);
    if (stays === null || held) return;
    const timer = setTimeout(() => toasts.dismiss(toast.id), stays);
    return () => clearTimeout(timer);
  }, [toast, held]);
  const { action } = toast;
  return (
    <div
      className={classNames(
        "pointer-events-auto flex items-center gap-3 rounded-lg border bg-card py-2 pr-2 pl-3.5 shadow-pop",
        "transition duration-150 starting:translate-y-2 starting:opacity-0",
        toast.tone === "problem" ? "border-no" : "border-line-strong",
      )}
    >
      <span className={classNames("min-w-0 flex-1", toast.tone === "problem" && "text-no")}>
        {toast.text}
      </span>
      {action !== undefined && (
        <Button
          onClick={() => {
            toasts.dismiss(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => toasts.dismiss(toast.id)}
        className="grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </div>
  );
}

/** Where toasts appear; once, in the root layout. They wait while pointed at, focused or out of sight. */
export function ToastRegion() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.read, () => NONE);
  const [held, setHeld] = useState(false);
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    const look = () => setHidden(document.hidden);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return (
    <section
      aria-label="Messages"
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-none fixed inset-x-3.5 bottom-3.5 z-60 mx-auto grid max-w-110 gap-2 print:hidden"
    >
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} held={held || hidden} />
      ))}
    </section>
  );
}
