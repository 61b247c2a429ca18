import { classNames } from "@/components/ui/class-names";

interface MarkProps {
  /** The name, or what stands in its place. */
  word?: string | undefined;
  /** On a phone only the bob, where the bar has no room for the word. */
  short?: boolean | undefined;
}

/** The plumb bob on its line, with the name or another word beside it. */
export function Mark({ word = "Plumbline", short = false }: MarkProps) {
  return (
    <span className="inline-flex items-center gap-2.25 font-serif text-[1rem] leading-none font-semibold tracking-tight">
      <svg width="13" height="20" viewBox="0 0 13 20" aria-hidden="true" className="shrink-0">
        <path d="M6.5 0v9" stroke="currentColor" strokeWidth="1.2" />
        <path d="M2.2 9h8.6L6.5 20Z" className="fill-brass" />
      </svg>
      <bdi className={classNames(short && "max-sm:hidden")}>{word}</bdi>
    </span>
  );
}
