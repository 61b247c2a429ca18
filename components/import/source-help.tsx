import Link from "next/link";
import type { ReactNode } from "react";
import { IMPORT_TABLES, type ImportTable } from "@/lib/domain/import-columns";
import type { ImportSource } from "./parts";
import { templateHref } from "./template";
import { TABLE_TEXT } from "./words";

const MAPPED: readonly (readonly [from: string, to: ReactNode])[] = [
  ["Group", "a team"],
  ["Component", "a service of the team that owns it"],
  ["lifecycle", "production → live, experimental → building, deprecated → live, with a note"],
  ["tags, links", "as they are; a repository is taken from the annotation of GitHub"],
  ["dependsOn", "what it depends on, where that is a component"],
  ["plumbline/tier", "an annotation with 1, 2, 3 or 4; without it tier 3 is assumed"],
  ["Location", "is not followed: its targets are listed, so that you can add those files"],
];

const TABLES: Record<ImportTable, string> = {
  services: "name and team, and what else you have: tier, lifecycle, tags, description, links, dependsOn.",
  answers: "service, question, verdict; reason and evidence where there are any.",
  gaps: "service, question, and owner, due date, effort, ticket or note.",
};

/** What becomes of what, beside the text. */
export function SourceHelp({ source }: { source: ImportSource }) {
  if (source === "backstage") {
    return (
      <aside aria-label="What becomes of what" className="text-sm text-ink-2">
        <h2 className="mb-2 font-strong text-ink">What becomes of what</h2>
        <dl className="grid gap-1.5">
          {MAPPED.map(([from, to]) => (
            <div key={from}>
              <dt className="inline font-strong text-ink">{from}</dt> <dd className="inline">{to}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3">
          Users, APIs, systems and resources are passed over, each with its reason. People are invited.
        </p>
      </aside>
    );
  }
  return (
    <aside aria-label="What the columns are" className="text-sm text-ink-2">
      <h2 className="mb-2 font-strong text-ink">What the columns are</h2>
      <p>
        The first line has their names. They are matched by name, in any order, and you can correct that. An
        empty cell leaves what is there.
      </p>
      <ul className="mt-3 grid gap-3">
        {IMPORT_TABLES.map((what) => (
          <li key={what}>
            <b className="text-ink">{TABLE_TEXT[what]}:</b> {TABLES[what]}{" "}
            <a
              href={templateHref(what)}
              download={`plumbline-${what}-template.csv`}
              aria-label={`Template for ${TABLE_TEXT[what].toLowerCase()}`}
              className="link text-ink"
            >
              Template
            </a>
            {what !== "services" && (
              <>
                {" · "}
                <a
                  href={`/api/v1/exports/${what}?format=csv`}
                  download
                  aria-label={`Those that are here: ${TABLE_TEXT[what].toLowerCase()} as CSV`}
                  className="link text-ink"
                >
                  those that are here
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3">
        One import takes 1 MB. Of more than that, export one team after the other: filter{" "}
        <Link href="/services" className="link text-ink">
          the services
        </Link>{" "}
        by team, then Export.
      </p>
    </aside>
  );
}
