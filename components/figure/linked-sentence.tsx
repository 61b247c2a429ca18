import { Fragment, type ReactNode } from "react";
import { Figured } from "@/components/figure/figure-text";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
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

/** Words with links in running text, where a sentence of its own would be too loud. */
export function LinkedText({ words }: { words: readonly LinkedWords[] }) {
  return words.map((part, index) => {
    const text = part.isolate ? <bdi>{part.text}</bdi> : <Figured text={part.text} figures={part.figures} />;
    const tone = part.tone === "good" ? "text-yes" : part.tone === "bad" ? "text-no" : "";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
      <Fragment key={index}>
        {part.href === undefined ? (
          tone === "" ? (
            text
          ) : (
            <span className={tone}>{text}</span>
          )
        ) : (
          <Link href={part.href} className={classNames("link", tone)}>
            {text}
          </Link>
        )}
      </Fragment>
    );
  });
}
