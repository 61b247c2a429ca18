/** First stop of the Tab key: jumps over the bar to the element with id `main` (or another). */
export function SkipLink({
  target = "main",
  children = "Skip to content",
}: {
  target?: string | undefined;
  children?: string | undefined;
}) {
  return (
    <a
      href={`#${target}`}
      className="sr-only print:hidden z-50 rounded-md bg-ink px-3 py-2 font-medium text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {children}
    </a>
  );
}
