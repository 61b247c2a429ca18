import { Link } from "@/components/ui/link";

interface ListRestProps {
  shown: number;
  total: number;
  /** The address that shows more; null when this is as much as is shown. */
  whole: string | null;
  what: string;
}

/** That a list goes on, and how to see more of it. */
export function ListRest({ shown, total, whole, what }: ListRestProps) {
  if (shown === total) return null;
  return (
    <p className="border-t border-line px-4.5 py-2.5 text-sm text-ink-3">
      Showing {shown.toLocaleString("en")} of {total.toLocaleString("en")} {what}.{" "}
      {whole === null ? (
        "Choose a shorter time or a filter to see the others."
      ) : (
        <Link href={whole} scroll={false} className="link print:hidden">
          Show more
        </Link>
      )}
    </p>
  );
}
