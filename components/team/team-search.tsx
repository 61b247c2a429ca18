import { Search } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { inputLook } from "@/components/ui/input-look";

/** Finds teams by a part of their name. It is in the address; it works before any script does. */
export function TeamSearch({ q }: { q: string }) {
  return (
    <div className="flex flex-wrap items-center gap-2.5 print:hidden">
      <Form action="/teams" scroll={false} role="search" className="relative w-full sm:w-56">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          placeholder="Name"
          aria-label="Find teams by name"
          className={classNames(inputLook, "h-7.5 pl-8 pointer-coarse:h-10")}
        />
      </Form>
      {q !== "" && (
        <Link
          href="/teams"
          className="min-h-6 content-center text-sm text-ink-3 hover:text-ink hover:underline"
        >
          Show all teams
        </Link>
      )}
    </div>
  );
}
