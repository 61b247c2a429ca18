import { classNames } from "./class-names";

/** How many characters of a line are reckoned with, where it is as wide as texts get. */
const WIDTH = 90;
/** After how many lines the rest is folded away. */
const LINES = 6;

/** About how many lines a text takes. */
const linesOf = (text: string): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / WIDTH)), 0);

interface FoldedTextProps {
  children: string;
  className?: string | undefined;
}

/** What somebody wrote, in its own direction and lines; a long text is folded, and shown whole on paper. */
export function FoldedText({ children, className }: FoldedTextProps) {
  const look = classNames("whitespace-pre-line [overflow-wrap:anywhere]", className);
  if (linesOf(children) <= LINES) {
    return (
      <p dir="auto" className={look}>
        {children}
      </p>
    );
  }
  return (
    <div className="has-[details[open]]:[&>p]:line-clamp-none">
      <p dir="auto" data-folds="" className={classNames(look, "line-clamp-6 print:line-clamp-none")}>
        {children}
      </p>
      <details className="group/fold print:hidden">
        <summary className="relative z-1 inline-block min-h-6 cursor-pointer list-none content-center text-sm font-medium text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink">
          <span className="group-open/fold:hidden">Show all</span>
          <span className="hidden group-open/fold:inline">Show less</span>
        </summary>
      </details>
    </div>
  );
}
