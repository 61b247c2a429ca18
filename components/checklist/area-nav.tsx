import { AREA_TEXT, type Area } from "@/lib/domain/vocabulary";

/** The way to each area, with how many questions it has. */
export function AreaNav({ areas }: { areas: readonly { area: Area; asked: number; all: number }[] }) {
  return (
    <nav aria-label="Areas" className="sticky top-16 -mt-1.5 hidden self-start md:block print:hidden">
      <ol className="-ml-2.5 grid gap-px">
        {areas.map(({ area, asked, all }) => (
          <li key={area}>
            {asked > 0 ? (
              <a
                href={`#${area}`}
                className="flex min-h-7.5 items-center justify-between gap-3 rounded-md px-2.5 text-ink-2 hover:bg-sunk hover:text-ink"
              >
                {AREA_TEXT[area].name}
                <Count asked={asked} all={all} />
              </a>
            ) : (
              <span className="flex min-h-7.5 items-center justify-between gap-3 px-2.5 text-ink-3">
                {AREA_TEXT[area].name}
                <Count asked={asked} all={all} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Count({ asked, all }: { asked: number; all: number }) {
  return (
    <span className="text-sm text-ink-3 tabular-nums">
      {asked === all ? all : `${asked}/${all}`}
      <span className="sr-only"> questions</span>
    </span>
  );
}
