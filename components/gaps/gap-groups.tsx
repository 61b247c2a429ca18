import { type GapListQuery, gapsPage } from "@/components/addresses/pages";
import { Link } from "@/components/ui/link";
import type { GroupedGaps } from "@/lib/contracts/gaps";
import { amountText, effortText, incidentsInWords, type Unit } from "@/lib/domain/amount-text";
import { AREA_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { NOT_LIVE } from "./gap-list-sentence";
import { GapName } from "./gap-name";
import { GapSections, LIVE, worthSection } from "./gap-sections";

const GROUP_GRID =
  "grid gap-x-4 grid-cols-[minmax(0,1fr)_5.5rem] md:grid-cols-[minmax(0,1fr)_7rem_5.5rem_4.5rem]";

interface GapGroupsProps {
  groups: GroupedGaps["groups"];
  query: GapListQuery;
  unit: Unit;
}

/** The same gap in several services as one line: in how many, and what all of them are expected to cost. */
export function GapGroups({ groups, query, unit }: GapGroupsProps) {
  return (
    <>
      <div
        aria-hidden="true"
        className={`${GROUP_GRID} hidden border-b border-line px-4.5 py-1.5 text-right text-[0.75rem] font-medium text-ink-3 md:grid`}
      >
        <span className="text-left">Gap</span>
        <span className="max-md:hidden">Services</span>
        <span>A year</span>
        <span className="max-md:hidden">Effort</span>
      </div>
      <GapSections
        rows={groups}
        plain={LIVE}
        titleOf={({ live, priced }) => worthSection(live, priced, unit !== null)}
      >
        {(group) => (
          <Group key={`${group.live} ${group.priced} ${group.question}`} {...{ group, query, unit }} />
        )}
      </GapSections>
    </>
  );
}

interface GroupProps extends Pick<GapGroupsProps, "query" | "unit"> {
  group: GroupedGaps["groups"][number];
}

function Group({ group, query, unit }: GroupProps) {
  const { all, known, first } = group;
  const [own, amount, sure] =
    unit !== null && all.expectedLoss !== null
      ? [unit, all.expectedLoss, known.expectedLoss ?? 0]
      : [null, all.incidentsPerYear, known.incidentsPerYear];
  const href = gapsPage.href(query, {
    group: "",
    question: group.question,
    lifecycle: lifecyclesOf(query, group.live),
  });
  const more = all.gaps - first.length;
  return (
    <li className={`${GROUP_GRID} items-start border-t border-line px-4.5 py-2 first:border-t-0`}>
      <div className="min-w-0">
        <GapName href={href} title={group.title} text={group.text} />
        <p className="text-sm text-ink-3 [overflow-wrap:anywhere]">
          {first.map(({ slug, name }, index) => (
            <span key={slug}>
              {index > 0 && ", "}
              <Link
                href={`/services/${slug}`}
                className="inline-block min-h-6 content-center text-ink-2 hover:underline"
              >
                <bdi>{name}</bdi>
              </Link>
            </span>
          ))}
          {more > 0 && ` and ${more.toLocaleString("en")} more`} · {AREA_TEXT[group.area].name}
        </p>
      </div>
      <span className="text-right tabular-nums max-md:col-start-1 max-md:row-start-2 max-md:text-left">
        <Link
          href={href}
          aria-label={`${counted(all.gaps, "service")}: ${group.title}`}
          className="link inline-block min-h-6 content-center"
        >
          ×{counted(all.gaps, "service")}
        </Link>
      </span>
      <span className="text-right tabular-nums md:pt-0.75">
        {sure === 0 && <span className="text-sm text-ink-3">up to </span>}
        <b data-lead={amount} className="font-strong">
          {amountText(amount, own)}
        </b>
        <span className="sr-only"> {own === null && "incidents "}a year</span>
        {sure > 0 && sure < amount && (
          <span className="block text-xs text-ink-3">{amountText(sure, own)} known</span>
        )}
        {own !== null && (
          <span className="block text-xs text-ink-3">{incidentsInWords(all.incidentsPerYear)}</span>
        )}
      </span>
      <span className="text-right text-ink-3 tabular-nums max-md:hidden md:pt-0.75">
        <span className="sr-only">Effort: </span>
        {effortText(group.effortDays)}
      </span>
    </li>
  );
}

/** The lifecycles of a group's services, as far as the list is not narrowed to some of them already. */
function lifecyclesOf({ lifecycle }: GapListQuery, live: boolean): GapListQuery["lifecycle"] {
  if (live) return ["live"];
  const left = lifecycle.filter((each) => each !== "live");
  return left.length > 0 ? left : NOT_LIVE;
}
