import { Link } from "@/components/ui/link";

interface GapNameProps {
  href: string;
  /** What the question is called. */
  title: string;
  /** What it asks, where that stands in the list too. */
  text?: string | undefined;
}

/** A gap or an answer in a list: what it is called leads, what was asked stands below in small print if that says more. */
export function GapName({ href, title, text = title }: GapNameProps) {
  return (
    <>
      <Link
        href={href}
        className="inline-block min-h-6 content-center text-pretty hover:underline [overflow-wrap:anywhere]"
      >
        <bdi>{title}</bdi>
      </Link>
      {text !== title && (
        <span
          dir="auto"
          data-asks=""
          className="block text-sm text-pretty text-ink-3 [overflow-wrap:anywhere]"
        >
          {text}
        </span>
      )}
    </>
  );
}
