/** One message that stays a while and leaves by itself. */
export interface Toast {
  id: number;
  text: string;
  tone: "done" | "problem";
  /** One thing to do about it, such as Undo. */
  action?: { label: string; run: () => void } | undefined;
}

/** What a caller says; a plain text is enough. */
export interface ToastWords {
  text: string;
  tone?: Toast["tone"] | undefined;
  action?: Toast["action"];
}

/** How many are on the screen at most; the oldest leaves first. */
const LIMIT = 3;

/** A list of toasts with subscribers, in the shape that useSyncExternalStore reads. */
export function createToastStore() {
  let toasts: readonly Toast[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const set = (next: readonly Toast[]) => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  return {
    /** Shows one; returns its id. The same words again replace the earlier toast instead of piling up. */
    show({ text, tone = "done", action }: ToastWords): number {
      lastId += 1;
      const others = toasts.filter((toast) => toast.text !== text || toast.tone !== tone);
      set([...others, { id: lastId, text, tone, action }].slice(-LIMIT));
      return lastId;
    },
    dismiss(id: number): void {
      if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
    },
    read: (): readonly Toast[] => toasts,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The browser's one store; nothing calls it on the server, where there is nobody to show it to. */
export const toasts = createToastStore();

/** How long a toast stays, in milliseconds; null means until it is dismissed. */
export function toastStays(toast: Toast): number | null {
  if (toast.tone === "problem") return null;
  return toast.action === undefined ? 5_000 : 12_000;
}
