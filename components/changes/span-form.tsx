import Form from "next/form";
import Link from "next/link";
import { type ChangesQuery, changesPage, choiceAddress } from "@/components/addresses/pages";
import { dayMonthsBefore } from "@/components/shell/as-of-days";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { FIRST_DAY } from "@/lib/domain/as-of";

interface SpanFormProps {
  query: ChangesQuery;
  /** The days that the instants of the query fall on. */
  since: string;
  until: string;
  today: string;
}

/** Between which days: two dates, and a few that one press chooses. */
export function SpanForm({ query, since, until, today }: SpanFormProps) {
  const quick = [
    ["Last month", dayMonthsBefore(today, 1)],
    ["Last quarter", dayMonthsBefore(today, 3)],
    ["Last year", dayMonthsBefore(today, 12)],
  ] as const;
  return (
    <div className="mb-4.5 flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
      <Form action="/changes" scroll={false} className="flex flex-wrap items-end gap-2">
        <TextField
          key={since}
          label="Since the end of"
          type="date"
          name="since"
          min={FIRST_DAY}
          max={today}
          defaultValue={since}
        />
        <TextField
          key={`to ${until}`}
          label="Until"
          type="date"
          name="until"
          min={FIRST_DAY}
          max={today}
          defaultValue={until}
        />
        {query.service !== "" && <input type="hidden" name="service" value={query.service} />}
        {choiceAddress.entries(query).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit">Show</Button>
      </Form>
      <span className="flex flex-wrap gap-x-3.5">
        {quick.map(([label, day]) => (
          <Link
            key={label}
            href={changesPage.href(query, { since: day, until: "" })}
            scroll={false}
            aria-current={query.until === "" && since === day ? "true" : undefined}
            className="link min-h-6 content-center text-sm text-ink-3 hover:text-ink aria-[current]:font-strong aria-[current]:text-ink"
          >
            {label}
          </Link>
        ))}
      </span>
    </div>
  );
}
