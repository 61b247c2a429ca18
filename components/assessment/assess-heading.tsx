import { Fragment } from "react";
import type { LinkedWords } from "@/components/figure/linked-words";

/** The sentence that opens the page; its figures lead to the questions that they count. */
export function AssessHeading({ words, readOnly }: { words: readonly LinkedWords[]; readOnly: boolean }) {
  return (
    <>
      <h1 className="say md:text-3xl!">
        {words.map(({ text, href, tone, isolate }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
          <Fragment key={at}>
            {href !== undefined ? (
              <a href={href} className={tone}>
                {text}
              </a>
            ) : isolate ? (
              <bdi>{text}</bdi>
            ) : (
              text
            )}
          </Fragment>
        ))}
      </h1>
      {!readOnly && (
        <p className="mt-2 max-w-[60em] text-pretty text-ink-2">
          An honest <em>unclear</em> is a good answer: it counts as not ready until somebody finds out.
        </p>
      )}
    </>
  );
}
