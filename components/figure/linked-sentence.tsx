import { Fragment, type ReactNode } from "react";
import { Figured } from "@/components/figure/figure-text";
import { Sentence, SentenceLink } from "@/components/ui/sentence";
import type { LinkedWords } from "./linked-words";

/** Sets linked words as the serif sentence that opens a screen. */
export function LinkedSentence({ words, sub }: { words: readonly LinkedWords[]; sub?: ReactNode }) {
  return (
    <Sentence sub={sub}>
      {words.map((part, index) => {
        const text = part.isolate ? (
          <bdi className="[overflow-wrap:anywhere]">{part.text}</bdi>
        ) : (
          <Figured text={part.text} figures={part.figures} />
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
          <Fragment key={index}>
            {part.href === undefined ? (
              text
            ) : (
              <SentenceLink href={part.href} tone={part.tone}>
                {text}
              </SentenceLink>
            )}
          </Fragment>
        );
      })}
    </Sentence>
  );
}
