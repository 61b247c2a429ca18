import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Meter } from "@/components/ui/meter";
import { Notice } from "@/components/ui/notice";
import { Trail } from "@/components/ui/trail";
import type { ChecklistVersion } from "@/lib/contracts/checklists";
import type { Question } from "@/lib/contracts/scorecard";
import { amountText } from "@/lib/domain/amount-text";
import { AREA_TEXT, AREAS, type Area, COST_TEXT, TIER_TEXT, TIERS } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { OpenAll } from "./open-all";
import {
  matchesFilter,
  type QuestionFilter,
  questionsHref,
  readQuestionFilter,
  tagsOf,
  withTag,
} from "./question-filter";
import { QuestionItem } from "./question-item";
import { type Numbered, numbered, worstCase, worstTotal } from "./sums";
import { tagName, versionSentence, worstSentence } from "./version-sentence";

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
    <Trail steps={[{ href: "/checklists", label: "Checklists" }]} className="mb-1.5">
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
    </Trail>
  );
}

/** A version of a checklist, to be read on a screen and discussed on paper. */
export function VersionView({ version, params, timeZone, actions }: VersionViewProps) {
  const page = `/checklists/${version.checklist}/versions/${version.version}`;
  const tags = tagsOf(version.questions);
  const filter = readQuestionFilter(params, tags);
  const all = numbered(version.questions);
  const asked = all.filter((question) => matchesFilter(question, filter));
  const areas = AREAS.map((area) => ({
    area,
    asked: asked.filter((question) => question.area === area).length,
    all: all.filter((question) => question.area === area).length,
  }));
  return (
    <>
      <HeadWithActions
        className=""
        actions={
          <>
            <OpenAll list="questions" />
            {actions}
          </>
        }
      >
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
      </HeadWithActions>
      {version.status === "draft" && (
        <div className="mt-4">
          <Notice>This is a draft: no service uses it. Admins edit and publish it.</Notice>
        </div>
      )}
      {version.note !== "" && (
        <p className="mt-3 max-w-[62em] whitespace-pre-wrap text-ink-2">
          <bdi>{version.note}</bdi>
        </p>
      )}
      <div className="mt-5 mb-7 print:my-4">
        <FilterBar page={page} filter={filter} tags={tags} />
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

/** The way to each area, with how many questions it has. */
function AreaNav({ areas }: { areas: readonly { area: Area; asked: number; all: number }[] }) {
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

/** One of the ten areas: what it asks, its questions, and what they come to. */
function AreaSection({ area, questions }: { area: Area; questions: readonly Numbered<Question>[] }) {
  return (
    <section id={area} aria-labelledby={`${area}-head`} className="mb-9 print:mb-5">
      <header className="mb-2.5 print:break-after-avoid">
        <div className="flex items-baseline justify-between gap-4">
          <h2 id={`${area}-head`} className="flex text-sm font-strong text-ink-2">
            <span className="w-9 tabular-nums">{AREAS.indexOf(area) + 1}</span>
            {AREA_TEXT[area].name}
          </h2>
          <p className="text-right text-sm text-ink-3 tabular-nums md:pr-6 print:pr-0">
            {counted(questions.length, "question")} · {amountText(worstTotal(questions), null)} incidents a
            year
          </p>
        </div>
        <p className="mt-0.5 pl-9 font-serif text-2xl tracking-tight text-balance">{AREA_TEXT[area].asks}</p>
      </header>
      <ol className="-mx-3 border-b border-line print:mx-0">
        {questions.map((question) => (
          <QuestionItem key={question.key} question={question} />
        ))}
      </ol>
    </section>
  );
}

/** What all of these questions would cost while they are open, under the eight costs. */
function CostsCard({ questions }: { questions: readonly Pick<Question, "costs">[] }) {
  const rows = worstCase(questions);
  const most = rows[0]?.incidents ?? 1;
  return (
    <Card title="With everything open" aside="incidents a year">
      <ul className="grid gap-2">
        {rows.map(({ cost, incidents }) => (
          <li key={cost} className="grid grid-cols-[1fr_auto] gap-x-3">
            {COST_TEXT[cost].name}
            <span className="text-right tabular-nums">{amountText(incidents, null)}</span>
            <Meter value={incidents} max={most} tone="brass" className="col-span-2 mt-0.5 w-full" />
          </li>
        ))}
      </ul>
      <p className="mt-3 flex justify-between border-t border-line pt-2.5">
        <span>All eight costs</span>
        <b className="tabular-nums">{amountText(worstTotal(questions), null)}</b>
      </p>
      <p className="mt-3 text-sm text-pretty text-ink-3">
        Assumptions: how often each gap would lead to each cost, with the reason beside every question. Sums
        assume that gaps cause separate incidents; an outage that causes three costs counts as three.{" "}
        <Link href="/checklists#costs" className="link">
          What one incident of each is
        </Link>
      </p>
    </Card>
  );
}

interface FilterBarProps {
  page: string;
  filter: QuestionFilter;
  /** The tags that the version knows. */
  tags: readonly string[];
}

/** What would a service of this tier with these tags be asked? Every choice is an address. */
function FilterBar({ page, filter, tags }: FilterBarProps) {
  const tabs = [
    {
      href: questionsHref(page, { ...filter, tier: null }),
      label: "Any tier",
      current: filter.tier === null,
    },
    ...TIERS.map((tier) => ({
      href: questionsHref(page, { ...filter, tier }),
      label: `${tier} ${TIER_TEXT[tier].name}`,
      current: filter.tier === tier,
    })),
  ];
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2.5 print:hidden">
      <LinkTabs label="Tier of the service" look="segments" tabs={tabs} />
      {tags.length > 0 && (
        <nav aria-label="Tags of the service" className="flex flex-wrap items-center gap-1.5">
          <span className="text-sm text-ink-3">with</span>
          {tags.map((tag) => {
            const chosen = filter.tags.includes(tag);
            return (
              <Link
                key={tag}
                href={questionsHref(page, withTag(filter, tag))}
                scroll={false}
                aria-current={chosen ? "true" : undefined}
                className="inline-flex min-h-6.5 items-center gap-1 rounded-full border border-line-strong px-2.5 text-[0.8125rem] text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:bg-card aria-[current]:font-strong aria-[current]:text-ink"
              >
                {chosen && <Check aria-hidden="true" className="size-3" />}
                {tagName(tag)}
              </Link>
            );
          })}
        </nav>
      )}
    </div>
  );
}
