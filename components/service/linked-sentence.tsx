import type { ReactNode } from "react";
import { Sentence, SentenceLink } from "@/components/ui/sentence";
import type { LinkedWords } from "./counted";

/** Sets linked words as the serif sentence that opens a screen. */
export function LinkedSentence({ words, sub }: { words: readonly LinkedWords[]; sub?: ReactNode }) {
  return (
    <Sentence sub={sub}>
      {words.map((part, index) =>
        part.href === undefined ? (
          part.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
          <SentenceLink key={index} href={part.href} tone={part.tone}>
            {part.text}
          </SentenceLink>
        ),
      )}
    </Sentence>
  );
}
