/** One message that stays a while and leaves by itself. */
export interface ToastWords {
  text: string;
  tone?: "done" | "problem" | undefined;
  /** One thing to do about it, such as Undo. */
  action?: { label: string; run: () => void } | undefined;
}

/** How long it stays, in milliseconds; 0 means until it is dismissed. */
export function toastStays({ tone, action }: ToastWords): number {
  if (tone === "problem") return 0;
  return action === undefined ? 5_000 : 12_000;
}

/** Where messages are said, by whom they are shown: what is said before anybody listens waits. */
export function createToasts() {
  const waiting: ToastWords[] = [];
  let listener: ((words: ToastWords) => void) | null = null;
  return {
    show(words: ToastWords): void {
      if (listener === null) waiting.push(words);
      else listener(words);
    },
    /** @returns takes the listener away */
    listen(hear: (words: ToastWords) => void): () => void {
      listener = hear;
      for (const words of waiting.splice(0)) hear(words);
      return () => {
        listener = null;
      };
    },
  };
}

/** The browser's one place for them; nothing calls it on the server, where there is nobody to show them to. */
export const toasts = createToasts();
