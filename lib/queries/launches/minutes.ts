import "server-only";
import type { Scope } from "../../auth/scope";
import type { MinutesQuery, MinutesShown } from "../../contracts/minutes";
import type { Streamed } from "../../contracts/operation";
import { reader } from "../../db/transaction";
import { endOfDay } from "../../domain/as-of";
import { AppError } from "../../domain/errors";
import type { EventFacts, GapRef, LaunchEvent, PersonRef } from "../../domain/launch/events";
import { type Minutes, minutesOf } from "../../domain/launch/minutes";
import { minutesMarkdown } from "../../domain/launch/minutes-markdown";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { namesOf } from "../names";
import { type Evaluated, enabledPeople, evaluate, waiverStates } from "./evaluate";
import { eventsOf } from "./events";
import { openLaunch } from "./launch";
import { dayText, loadLaunchRows } from "./launch-rows";
import type { SharedLaunch } from "./present";

/** A gap as minutes print it, as the snapshot knows it today. */
function gapRef({ history }: Evaluated, service: string, question: string): GapRef {
  const then = history.snapshot.services.find(({ slug }) => slug === service);
  const place = then?.checklist.placeOf(question);
  const title = then && place !== undefined ? then.checklist.at(place).title : question;
  return { service, serviceName: then?.facts.name ?? service, question, title };
}

interface WaiverRow {
  id: string;
  state: string;
  decidedById: string | null;
  decidedAt: Date | null;
  decisionReason: string;
  until: Date | null;
  endedAt: Date | null;
  soleDecider: boolean;
}

/**
 * What happened to a launch with nobody doing anything on it: conditions that were met, became overdue or broke by what was
 * answered, and waivers that somebody decided or that ended. Never written, so that it cannot differ from what happened.
 */
async function happenedElsewhere(evaluated: Evaluated): Promise<LaunchEvent[]> {
  const { history, conditions, dispositions } = evaluated;
  const { timeZone, day } = history.snapshot;
  const waiverIds = dispositions.flatMap(({ row }) => row.waiverId ?? []);
  const waivers: WaiverRow[] =
    waiverIds.length === 0 ? [] : await reader().waiver.findMany({ where: { id: { in: waiverIds } } });
  const names = await namesOf([
    ...conditions.map(({ owner }) => owner),
    ...waivers.map(({ decidedById }) => decidedById),
  ]);
  const personOf = (id: string): PersonRef => names.get(id) ?? { id, name: "" };
  const ofConditions = conditions.flatMap(
    ({ id, service, question, owner, dueOn, metAt, late }): LaunchEvent[] => {
      const common = { gap: gapRef(evaluated, service, question), owner: personOf(owner), by: null };
      const event = (
        what: string,
        at: Date,
        change: EventFacts["condition_changed"]["change"],
      ): LaunchEvent => ({
        ...{ id: `condition ${id} ${what}`, at, kind: "condition_changed", ...common, change },
      });
      const over = new Date(endOfDay(dueOn, timeZone).getTime() + 1);
      const superseded = dispositions.find((each) => each.id === id)?.row.supersededAt ?? over;
      return [
        ...(day > dueOn && superseded >= over && (metAt === null || metAt >= over)
          ? [event("overdue", over, { change: "overdue" })]
          : []),
        ...(metAt ? [event("met", metAt, { change: "met", late })] : []),
      ];
    },
  );
  const ofWaivers = waivers.flatMap((waiver): LaunchEvent[] => {
    const asked = dispositions.find(({ row }) => row.waiverId === waiver.id);
    if (!asked) return [];
    const gap = gapRef(evaluated, asked.service, asked.question);
    const common = { kind: "waiver_decided" as const, gap, soleDecider: waiver.soleDecider };
    const until = waiver.until && dayText(waiver.until);
    const decided: LaunchEvent[] = waiver.decidedAt
      ? [
          {
            ...{ ...common, id: `waiver ${waiver.id} decided`, at: waiver.decidedAt, until },
            by: waiver.decidedById === null ? null : personOf(waiver.decidedById),
            decision: waiver.state === "refused" ? "refused" : "granted",
            reason: waiver.decisionReason,
          },
        ]
      : [];
    const ended: LaunchEvent[] =
      waiver.endedAt && waiver.state === "ended"
        ? [
            {
              ...{ ...common, id: `waiver ${waiver.id} ended`, at: waiver.endedAt, until: null, by: null },
              ...{ decision: "ended", reason: "" },
            },
          ]
        : [];
    return [...decided, ...ended];
  });
  return [...ofConditions, ...ofWaivers];
}

/** The minutes of a launch as of now (L9). @throws AppError not_found */
export async function readMinutes(id: string, now: Date): Promise<Minutes> {
  const snapshot = await snapshotNow(now);
  const [rows] = await loadLaunchRows({ id });
  if (!rows) throw new AppError("not_found", { message: "This launch is not there any more." });
  const people = await enabledPeople();
  const evaluated = await evaluate(rows, snapshot, { waivers: await waiverStates([rows]), people });
  const events = [...(await eventsOf(id)), ...(await happenedElsewhere(evaluated))];
  const frozen = rows.frozen as unknown as SharedLaunch | null;
  const conditions = frozen?.conditions ?? evaluated.conditions;
  return minutesOf(events, {
    ...{ title: rows.title, state: rows.state, targetDate: dayText(rows.targetDate) },
    outcome: frozen?.outcome ?? evaluated.outcome.outcome,
    conditionsOpen: conditions.filter(({ state }) => state === "open" || state === "overdue").length,
    timeZone: snapshot.timeZone,
    currency: snapshot.model.currency,
    onlyPerson: !rows.example && people === 1 && evaluated.required.length > 1,
    revision: frozen?.revision ?? (await openLaunch(rows, snapshot)).revision.hash,
  });
}

/** Minutes as the API shows them. */
export const presentMinutes = (minutes: Minutes): MinutesShown =>
  JSON.parse(JSON.stringify(minutes)) as MinutesShown;

const once = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

/** The minutes of a launch, as JSON or Markdown. */
export async function loadMinutes(
  scope: Scope<"launch:read">,
  { format = "json" }: MinutesQuery,
  now: Date,
): Promise<Streamed> {
  const minutes = await readMinutes(scope.resource.id ?? "", now);
  if (format === "json") {
    return { contentType: "application/json", body: once(JSON.stringify(presentMinutes(minutes))) };
  }
  return {
    contentType: "text/markdown; charset=utf-8",
    body: once(minutesMarkdown(minutes)),
    headers: { "content-disposition": 'inline; filename="minutes.md"' },
  };
}
