import "server-only";
import { type ExportedLaunch, exportedLaunch } from "../../contracts/exports";
import { COLUMN_TEXT } from "../../domain/cells";
import type { SignRole } from "../../domain/launch/vocabulary";
import { SIGN_ROLES } from "../../domain/launch/vocabulary";
import type { Snapshot } from "../../snapshot/snapshot";
import { dayText, type LaunchRows, loadLaunchRows } from "../launches/launch-rows";
import { standingsOf } from "../launches/standings";
import { type ExportAsked, exportOf, plainMembers } from "./export";
import { servicesAsked } from "./pages";
import { loadPeople, type People } from "./people";

const AT_A_TIME = 20;

type Named = (id: string) => ExportedLaunch["facilitator"];

/** The launches that are about a service that the filters leave, oldest first. */
async function* read(asked: ExportAsked): AsyncGenerator<ExportedLaunch[]> {
  const { snapshot } = asked;
  const people = await loadPeople();
  const ids = isChosen(asked) ? servicesAsked(asked).map(({ id }) => id) : null;
  const chosen = ids ? { services: { some: { serviceId: { in: ids } } } } : {};
  let after: { createdAt: Date; id: string } | null = null;
  for (;;) {
    const rows: LaunchRows[] = await loadLaunchRows(after ? { ...chosen, ...behind(after) } : chosen, {
      take: AT_A_TIME,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    if (rows.length > 0) yield await presentAll(rows, snapshot, people);
    if (rows.length < AT_A_TIME) return;
    after = rows.at(-1) ?? null;
  }
}

const behind = ({ createdAt, id }: { createdAt: Date; id: string }) => ({
  OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }],
});

/** Whether any filter narrows which services an export is about. */
const isChosen = ({ choice, services }: ExportAsked): boolean =>
  [choice.service, ...Object.values(services)].some((value) => value !== undefined && value.length > 0);

async function presentAll(
  rows: readonly LaunchRows[],
  snapshot: Snapshot,
  people: People,
): Promise<ExportedLaunch[]> {
  const standings = await standingsOf(rows, snapshot);
  const named: Named = (id) => ({ id, name: people.get(id)?.name ?? "" });
  return rows.flatMap((row): ExportedLaunch[] => {
    const standing = standings.get(row.id);
    if (!standing) return [];
    const { openConditions, signOffs, turns: _, ...rest } = standing;
    return [
      {
        ...{ id: row.id, title: row.title, state: row.state },
        services: row.services.flatMap(({ serviceId }) => snapshot.byId.get(serviceId)?.slug ?? []).sort(),
        targetDate: dayText(row.targetDate),
        facilitator: named(row.facilitatorId),
        ...rest,
        conditionsOpen: openConditions,
        signOffs: signOffs.map((each) => ({ ...each, person: named(each.person) })),
        launchedWithoutGo: row.withoutGo,
        reviewDueOn: row.reviewDueOn && dayText(row.reviewDueOn),
        reviewedAt: row.reviewedAt?.toISOString() ?? null,
        createdAt: row.createdAt.toISOString(),
        closedAt: row.closedAt?.toISOString() ?? null,
        example: row.example,
      },
    ];
  });
}

/** What was signed for a role, in a cell: "Li Wen: go", and what became of that. */
function signedText({ signOffs }: ExportedLaunch, role: SignRole): string {
  const found = signOffs.find((each) => each.role === role);
  if (!found) return "";
  const { person, decision, outOfDate, overruled } = found;
  return `${person.name}: ${decision}${outOfDate ? " (out of date)" : ""}${overruled ? " (overruled)" : ""}`;
}

/** Launches with what their sign-offs amount to; those that were closed as they stood then. */
export const LAUNCHES = exportOf<ExportedLaunch>({
  title: "Launches",
  columns: {
    id: [38, (item) => item.id],
    title: [30, (item) => item.title],
    state: [11, (item) => item.state],
    services: [24, (item) => COLUMN_TEXT.list(item.services)],
    targetDate: ["day", (item) => item.targetDate],
    facilitator: [20, (item) => item.facilitator.name],
    outcome: [16, (item) => item.outcome],
    reasons: [
      40,
      (item) =>
        COLUMN_TEXT.list(
          item.reasons.map(({ code, role, service, question }) =>
            [code, role, service, question].filter((part) => part !== undefined).join(" "),
          ),
        ),
    ],
    overObjection: ["boolean", (item) => item.overObjection],
    launchedWithoutGo: ["boolean", (item) => item.launchedWithoutGo],
    blockers: ["number", (item) => item.blockers],
    undisposed: ["number", (item) => item.undisposed],
    conditionsOpen: ["number", (item) => item.conditionsOpen],
    ...Object.fromEntries(
      SIGN_ROLES.map((role) => [role, [24, (item: ExportedLaunch) => signedText(item, role)] as const]),
    ),
    reviewDueOn: ["day", (item) => item.reviewDueOn],
    reviewedAt: ["instant", (item) => item.reviewedAt],
    createdAt: ["instant", (item) => item.createdAt],
    closedAt: ["instant", (item) => item.closedAt],
    example: ["boolean", (item) => item.example],
  },
  members: plainMembers(exportedLaunch.keyof().options),
  read,
});
