"use client";

import { useEffect } from "react";
import type { AnswerKeeper } from "@/lib/client/assessment/answer-keeper";
import { contentOf } from "@/lib/client/assessment/draft";
import { isLinkable } from "@/lib/domain/text";

/** An address pasted while nothing is being typed becomes evidence of the open question. @param keeper null: not now */
export function usePastedLink(keeper: AnswerKeeper | null, question: string): void {
  useEffect(() => {
    if (!keeper) return;
    const hear = (event: ClipboardEvent) => {
      const target = event.target as Element | null;
      if (target?.closest?.('input:not([type="radio"]), textarea, [role="dialog"]')) return;
      const url = event.clipboardData?.getData("text/plain").trim() ?? "";
      const answer = keeper.book.newest(question);
      if (!answer || !isLinkable(url)) return;
      event.preventDefault();
      const { evidence } = keeper.book.of(question).draft ?? contentOf(answer);
      if (evidence.some((link) => link.url === url)) return;
      keeper.edit(question, { evidence: [...evidence, { label: "", url }] }, "now");
    };
    document.addEventListener("paste", hear);
    return () => document.removeEventListener("paste", hear);
  }, [keeper, question]);
}
