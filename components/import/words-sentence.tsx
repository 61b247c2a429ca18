import { Fragment, type ReactNode } from "react";
import { Sentence } from "@/components/ui/sentence";
import type { ImportAction } from "@/lib/domain/import-rows";
import type { Words } from "./words";

interface WordsSentenceProps {
  words: readonly Words[];
  sub?: ReactNode;
  /** Shows the rows that a number counts; without it numbers lead nowhere. */
  onShow: (action: ImportAction) => void;
}

/** The sentence over a list of rows; each number in it shows the rows that it counts. */
export function WordsSentence({ words, sub, onShow }: WordsSentenceProps) {
  return (
    <Sentence sub={sub}>
      {words.map(({ text, show }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
        <Fragment key={index}>
          {show === undefined ? (
            text
          ) : (
            // biome-ignore lint/a11y/useValidAnchor: it goes to the rows, and says which of them are shown there
            <a href="#rows" className={show === "error" ? "bad" : undefined} onClick={() => onShow(show)}>
              {text}
            </a>
          )}
        </Fragment>
      ))}
    </Sentence>
  );
}
