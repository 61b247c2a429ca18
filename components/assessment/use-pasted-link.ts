"use client";

import { useEffect } from "react";
import type { AnswerStore } from "@/lib/client/assessment/answer-store";
import { contentOf } from "@/lib/client/assessment/draft";
import { isLinkable } from "@/lib/domain/text";

/** An address pasted while nothing is being typed becomes evidence of the open question. @param store null: not now */
export function usePastedLink(store: AnswerStore | null, question: string): void {
  useEffect(() => {
    if (!store) return;
    const hear = (event: ClipboardEvent) => {
      const target = event.target as Element | null;
      if (target?.closest?.('input:not([type="radio"]), textarea, [role="dialog"]')) return;
      const url = event.clipboardData?.getData("text/plain").trim() ?? "";
      const answer = store.book.newest(question);
      if (!answer || !isLinkable(url)) return;
      event.preventDefault();
      const { evidence } = store.book.of(question).draft ?? contentOf(answer);
      if (evidence.some((link) => link.url === url)) return;
      store.edit(question, { evidence: [...evidence, { label: "", url }] }, "now");
    };
    document.addEventListener("paste", hear);
    return () => document.removeEventListener("paste", hear);
  }, [store, question]);
}
