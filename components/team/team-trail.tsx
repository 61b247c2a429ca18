import Link from "next/link";

/** Where a page about a team is filed. */
export function TeamTrail({ team }: { team?: { slug: string; name: string } | undefined }) {
  const steps = [
    { href: "/teams", label: "Teams" },
    ...(team ? [{ href: `/teams/${team.slug}`, label: team.name }] : []),
  ];
  return (
    <nav aria-label="You are here" className="mb-1.5 print:hidden">
      <ol className="flex flex-wrap gap-x-1.5 text-sm text-ink-3">
        {steps.map((step) => (
          <li key={step.href} className="flex min-w-0 items-center gap-1.5">
            <Link
              href={step.href}
              className="min-h-6 max-w-60 content-center truncate hover:text-ink hover:underline"
            >
              <bdi>{step.label}</bdi>
            </Link>
            <span aria-hidden="true">/</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
