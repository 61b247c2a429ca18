import { Check, ChevronDown } from "lucide-react";
import Form from "next/form";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { formatTime } from "@/components/ui/format-time";
import { Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import { TextField } from "@/components/ui/text-field";
import { FIRST_DAY } from "@/lib/domain/as-of";
import { dayMonthsBefore } from "./as-of-days";

/** How far back one press leads, in months. */
const QUICK = [
  ["A month ago", 1],
  ["A quarter ago", 3],
  ["A year ago", 12],
] as const;

interface AsOfControlProps {
  /** The day that the page shows, YYYY-MM-DD in the organisation's time zone; null for now. */
  day: string | null;
  /** The day that it is now. */
  today: string;
  /** The address of the page as of a day; of now for null. */
  href: (day: string | null) => string;
}

const inWords = (day: string) => formatTime(`${day}T00:00:00Z`, "UTC", "day");

/** The path and the parameters of an address, for a form that adds one. */
function parts(href: string): { path: string; params: [string, string][] } {
  const url = new URL(href, "http://here");
  return { path: url.pathname, params: [...url.searchParams] };
}

/** As of when the page speaks: today, one of a few days, or any day (H3). Everything is in the address. */
export function AsOfControl({ day, today, href }: AsOfControlProps) {
  const { path, params } = parts(href(null));
  const places = [
    { label: "Today", day: null },
    ...QUICK.map(([label, months]) => ({ label, day: dayMonthsBefore(today, months) })),
  ];
  return (
    <Popover
      label="As of when"
      align="end"
      className="w-66 p-1.5"
      triggerClass={buttonLook("plain", "normal", "whitespace-nowrap")}
      trigger={
        <>
          As of {day === null ? "today" : inWords(day)}
          <ChevronDown aria-hidden="true" className="size-3 text-ink-3" />
        </>
      }
    >
      <ul>
        {places.map((place) => (
          <li key={place.label}>
            <Link
              href={href(place.day)}
              aria-current={place.day === day ? "true" : undefined}
              className="flex min-h-8 items-center gap-2 rounded-md px-2.5 py-1 hover:bg-sunk focus-visible:outline-offset-[-2px] aria-[current]:font-strong pointer-coarse:min-h-11"
            >
              <span className="w-3 shrink-0">
                {place.day === day && <Check aria-hidden="true" strokeWidth={3} className="size-3" />}
              </span>
              {place.label}
              {place.day !== null && (
                <span className="ml-auto text-sm font-normal text-ink-3">{inWords(place.day)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <Form action={path} className="mt-1 flex items-end gap-2 border-t border-line px-2.5 pt-2.5 pb-1.5">
        {params.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <TextField
          key={day}
          className="min-w-0 flex-1"
          label="Any day"
          hint="What was true at its end."
          type="date"
          name="asOf"
          min={FIRST_DAY}
          max={today}
          defaultValue={day ?? today}
        />
        <Button type="submit">Show</Button>
      </Form>
    </Popover>
  );
}
