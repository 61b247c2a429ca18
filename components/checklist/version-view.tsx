import Link from "next/link";
import type { ReactNode } from "react";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { ChecklistVersion } from "@/lib/contracts/checklists";
import { AREAS } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { AreaNav } from "./area-nav";
import { AreaSection } from "./area-section";
import { CostsCard } from "./costs-card";
import { FilterBar } from "./filter-bar";
import { OpenAll } from "./open-all";
import { isAsked, readQuestionFilter, tagsOf } from "./question-filter";
import { numbered } from "./sums";
import { versionSentence, worstSentence } from "./version-sentence";

interface VersionViewProps {
  version: ChecklistVersion;
  /** The filter, as it stands in the address. */
  params: Readonly<Record<string, string | string[] | undefined>>;
  timeZone: string;
  /** What can be done with it. */
  actions?: ReactNode;
}

/** Which version of which checklist one is looking at, and the way back to all of them. */
export function Where({ version, timeZone }: Pick<VersionViewProps, "version" | "timeZone">) {
  return (
    <p className="mb-1.5 flex flex-wrap items-center gap-x-1.5 text-sm text-ink-3">
      <Link href="/checklists" className="min-h-6 content-center hover:text-ink hover:underline">
        Checklists
      </Link>
      <span aria-hidden="true">/</span>
      <span>
        {version.name}, version {version.version}
        {version.publishedAt !== null && (
          <>
            , published <DateText value={version.publishedAt} timeZone={timeZone} />
          </>
        )}
        {version.status === "draft" ? (
          <>
            , begun <DateText value={version.createdAt} timeZone={timeZone} />
            {version.createdBy && (
              <>
                {" by "}
                <bdi>{version.createdBy.name}</bdi>
              </>
            )}
          </>
        ) : (
          `; asked of ${counted(version.services, "service")}`
        )}
      </span>
    </p>
  );
}

/** A version of a checklist, to be read on a screen and discussed on paper. */
export function VersionView({ version, params, timeZone, actions }: VersionViewProps) {
  const page = `/checklists/${version.checklist}/versions/${version.version}`;
  const tags = tagsOf(version.questions);
  const filter = readQuestionFilter(params, tags);
  const all = numbered(version.questions);
  const asked = all.filter((question) => isAsked(question, filter));
  const areas = AREAS.map((area) => ({
    area,
    asked: asked.filter((question) => question.area === area).length,
    all: all.filter((question) => question.area === area).length,
  }));
  return (
    <>
      <Where version={version} timeZone={timeZone} />
      <LinkedSentence
        words={versionSentence(version.questions, filter, page)}
        sub={
          <>
            {worstSentence(version.questions, filter)}{" "}
            <a href="#costs" className="link">
              These are assumptions
            </a>
            , each with its reason.
          </>
        }
      />
      {version.status === "draft" && (
        <div className="mt-4">
          <Notice>This is a draft: no service is asked it. Admins edit and publish it.</Notice>
        </div>
      )}
      {version.note !== "" && (
        <p className="mt-3 max-w-[62em] whitespace-pre-wrap text-ink-2">
          <bdi>{version.note}</bdi>
        </p>
      )}
      <div className="mt-5 mb-7 flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5 print:my-4">
        <FilterBar page={page} filter={filter} tags={tags} />
        <div className="flex flex-wrap gap-2">
          <OpenAll list="questions" />
          {actions}
        </div>
      </div>
      <div className="grid gap-x-9 gap-y-6 md:grid-cols-[10.5rem_minmax(0,1fr)] xl:grid-cols-[10.5rem_minmax(0,1fr)_20rem] print:block">
        <AreaNav areas={areas} />
        <div id="questions" className="min-w-0 md:-mt-1">
          {asked.length === 0 && (
            <EmptyState title="Such a service is asked nothing.">
              Choose a more critical tier or more tags.
            </EmptyState>
          )}
          {areas
            .filter((each) => each.asked > 0)
            .map(({ area }) => (
              <AreaSection
                key={area}
                area={area}
                questions={asked.filter((question) => question.area === area)}
              />
            ))}
        </div>
        <aside
          id="costs"
          aria-label="What it costs"
          className="scroll-mt-16 self-start md:col-start-2 xl:sticky xl:top-16 xl:col-start-3 xl:row-start-1"
        >
          {asked.length > 0 && <CostsCard questions={asked} />}
        </aside>
      </div>
    </>
  );
}
