import Link from "next/link";

/** Where the page of a person is filed. */
export function PersonTrail() {
  return (
    <nav aria-label="You are here" className="mb-1.5 text-sm text-ink-3 print:hidden">
      <Link
        href="/settings/people"
        className="inline-block min-h-6 content-center hover:text-ink hover:underline"
      >
        People
      </Link>
      <span aria-hidden="true"> /</span>
    </nav>
  );
}
