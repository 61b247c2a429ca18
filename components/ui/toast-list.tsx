"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect } from "react";
import { buttonLook } from "./button-look";
import { classNames } from "./class-names";
import { type ToastWords, toastStays, toasts } from "./toast-store";

/** How many are on the screen at most. */
const LIMIT = 3;
/** The library calls a toast a dialog; ours interrupts nobody. */
const NO_DIALOG = { role: "group", "aria-modal": undefined };
const manager = Toast.createToastManager<ToastWords>();

/** The same words again take the place of the earlier toast instead of piling up. */
function show(words: ToastWords): void {
  const { text, tone = "done" } = words;
  manager.add({ id: `${tone}: ${text}`, title: text, timeout: toastStays(words), data: words });
}

function Toasts() {
  const { toasts: shown, close } = Toast.useToastManager<ToastWords>();
  return shown.map((toast) => {
    const problem = toast.data?.tone === "problem";
    const action = toast.data?.action;
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        swipeDirection={["down", "right"]}
        {...NO_DIALOG}
        className={classNames(
          "pointer-events-auto flex items-center gap-3 rounded-lg border bg-card py-2 pr-2 pl-3.5 shadow-pop data-limited:hidden",
          "transition duration-150 data-starting-style:translate-y-2 data-starting-style:opacity-0",
          problem ? "border-no" : "border-line-strong",
        )}
      >
        <Toast.Title render={<span />} className={classNames("min-w-0 flex-1", problem && "text-no")} />
        {action !== undefined && (
          <Toast.Action
            className={buttonLook("plain", "normal")}
            onClick={() => {
              close(toast.id);
              action.run();
            }}
          >
            {action.label}
          </Toast.Action>
        )}
        <Toast.Close
          aria-label="Dismiss"
          // the library hides it from those who listen, until they are inside
          aria-hidden={undefined}
          className="grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink"
        >
          <X aria-hidden="true" className="size-3.5" />
        </Toast.Close>
      </Toast.Root>
    );
  });
}

/** The toasts themselves: apart, so that the library comes after the page. They wait while pointed at or focused. */
export function ToastList() {
  useEffect(() => toasts.listen(show), []);
  return (
    <Toast.Provider toastManager={manager} limit={LIMIT}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label="Messages"
          className="pointer-events-none fixed inset-x-4 bottom-3.5 z-60 mx-auto flex max-w-110 flex-col-reverse gap-2 outline-none print:hidden"
        >
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
