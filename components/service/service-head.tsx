import { teamHref } from "@/components/addresses/leads-to";
import { gapHref, overviewHref, type ServiceQuery } from "@/components/addresses/pages";
import { amountOf } from "@/components/figure/amount";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { isOverdue } from "@/components/gaps/plan-draft";
import { AsOfControl } from "@/components/shell/as-of-control";
import { ButtonLink } from "@/components/ui/button-link";
import { localDay } from "@/components/ui/days";
import { formatTime } from "@/components/ui/format-time";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Trail } from "@/components/ui/trail";
import type { ReadinessPoint, Scorecard } from "@/lib/contracts/scorecard";
import { carriedWhen } from "@/lib/domain/exposure";
import { canBeRestored, RESTORE_DAYS } from "@/lib/domain/restoration";
import { counted } from "@/lib/domain/words";
import { FactsLine } from "./facts-line";
import { gapQuestions } from "./gap-query";
import { PastBanner } from "./past-banner";
import { RestoreButton } from "./restore-button";
import { ServiceMenu } from "./service-menu";
import { serviceSentence } from "./service-sentence";
import { scoreChange } from "./trend-days";

interface ServiceHeadProps {
  card: Scorecard;
  points: readonly ReadinessPoint[];
  query: ServiceQuery;
  timeZone: string;
  /** The instant that the page speaks of. */
  now: Date;
  /** The day that it is today. */
  today: string;
  /** Where a service whose team is gone can be restored to. */
  teams: readonly { slug: string; name: string }[];
}

const until = (deletedAt: string) => new Date(new Date(deletedAt).getTime() + RESTORE_DAYS * 86_400_000);

/** The service's name, where it stands and why, what can be done, and its facts. */
export function ServiceHead({ card, points, query, timeZone, now, today, teams }: ServiceHeadProps) {
  const { service } = card;
  const { slug, name, can, deletedAt } = service;
  const day = (at: Date | string) => formatTime(at, timeZone, "day");
  const gone = deletedAt !== null && !canBeRestored(new Date(deletedAt), now);
  const words = serviceSentence({
    slug,
    name,
    asOf: query.asOf || null,
    standing: card.standing,
    counts: card.counts,
    overdue: gapQuestions(card).filter((question) => isOverdue(question.plan, localDay(now, timeZone)))
      .length,
    retired: service.lifecycle === "retired",
    costs: costsOf(card),
    deleted: deletedAt === null ? null : { on: day(deletedAt), until: gone ? null : day(until(deletedAt)) },
  });
  return (
    <header className="mb-4.5 grid gap-3.5 print:mb-2 print:gap-1.5">
      {query.asOf !== "" && (
        <div className="-mb-5">
          <PastBanner
            what={name}
            asOf={query.asOf}
            now={overviewHref(slug, query, { asOf: "" })}
            choice={{ service: slug }}
            timeZone={timeZone}
          />
        </div>
      )}
      <HeadWithActions
        className=""
        actions={
          <>
            <AsOfControl
              day={query.asOf === "" ? null : localDay(now, timeZone)}
              today={today}
              href={(asOf) => overviewHref(slug, query, { asOf: asOf ?? "" })}
            />
            {deletedAt === null && query.asOf === "" && (
              <>
                {can.edit && <ButtonLink href={`/services/${slug}/edit`}>Edit facts</ButtonLink>}
                <ButtonLink href={`/services/${slug}/assess`} variant="main">
                  {can.answer ? "Assess" : "Read the answers"}
                </ButtonLink>
                <ServiceMenu service={service} />
              </>
            )}
          </>
        }
      >
        <Trail steps={[{ href: "/services", label: "Services" }]} className="mb-3.5 print:mb-1.5">
          <Link
            href={teamHref(service.team, query.asOf)}
            className="inline-block min-h-6 content-center [overflow-wrap:anywhere] hover:text-ink hover:underline"
          >
            <bdi>{service.teamName}</bdi>
          </Link>
        </Trail>
        <LinkedSentence
          words={words}
          sub={deletedAt === null ? <Sub {...{ card, points, query, timeZone, now }} /> : undefined}
        />
      </HeadWithActions>
      {deletedAt !== null && (
        <Notice
          tone="warn"
          title="This service is deleted and counts nowhere."
          action={can.restore && <RestoreButton service={slug} name={name} teams={teams} />}
        >
          What is below is what it had. {query.asOf === "" && restoreWords(can.restore, gone)}
        </Notice>
      )}

      {service.description.trim() !== "" && (
        <p className="max-w-[62em] whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">
          <bdi>{service.description}</bdi>
        </p>
      )}
      <FactsLine service={service} asOf={query.asOf || null} />
    </header>
  );
}

/** What the gaps of a service are expected to cost a year; null while nothing has a price. */
function costsOf({ service, exposure, currency }: Scorecard) {
  const when = carriedWhen(service.lifecycle, service.deletedAt !== null);
  if (when === "never" || currency === null || exposure.pricedCosts === 0) return null;
  const { known, unknown } = amountOf(exposure, { currency });
  return {
    known,
    unknown,
    unit: { currency },
    when: when === "now" ? ("now" as const) : ("atLaunch" as const),
  };
}

function restoreWords(may: boolean, gone: boolean): string {
  if (gone) return `A deleted service can be restored for ${RESTORE_DAYS} days.`;
  return may ? "Restoring brings all of it back." : "A lead of its team or an admin can restore it.";
}

/** What moved, what waits for a first answer, and what is due for another look next. */
function Sub({ card, points, query, timeZone, now }: Omit<ServiceHeadProps, "teams" | "today">) {
  const { counts, standing, service } = card;
  const change = scoreChange(points, now);
  const next = card.questions
    .flatMap((question) => question.staleAt ?? [])
    .sort()
    .at(0);
  const said = [
    change && standing !== "unassessed" && (
      <span key="change">
        Score {change.by > 0 ? "up" : "down"}{" "}
        <b className={change.by > 0 ? "text-yes" : "text-no"}>{Math.abs(change.by)}</b> since{" "}
        {formatTime(change.since, timeZone, "short-day")}.
      </span>
    ),
    counts.unanswered > 0 && standing !== "unassessed" && (
      <span key="unanswered">
        <Link href={gapHref(service.slug, query, { gaps: "unknown" })} className="link">
          {counted(counts.unanswered, "question")}
        </Link>{" "}
        {counts.unanswered === 1 ? "waits" : "wait"} for a first answer.
      </span>
    ),
    next !== undefined && (
      <span key="next">
        Unless confirmed, the next answer goes stale on {formatTime(next, timeZone, "day")}.
      </span>
    ),
  ].filter(Boolean);
  return said.length === 0 ? (
    "Its page fills as questions are answered."
  ) : (
    <span className="flex flex-wrap gap-x-1.5">{said}</span>
  );
}
