import "server-only";
import type { Scope } from "../../auth/scope";
import type { ServiceChoice } from "../../domain/filters";
import { byCodePoint } from "../../domain/text";
import { lastSoonDay } from "../../domain/waiver";
import { chosenOf } from "../../snapshot/choose";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { serviceState } from "../launches/service-states";

/** A waiver in force that is over soon. */
export interface EndingWaiver {
  id: string;
  service: { slug: string; name: string };
  title: string;
  /** Its gap is a blocker from then on, unless it is closed or the waiver renewed. */
  critical: boolean;
  /** The last day, YYYY-MM-DD, where the organisation is. */
  until: string;
}

/** The waivers in force that end within 30 days, of the services that filters choose, the next one first: no statement. */
export async function loadEndingWaivers(
  _scope: Scope<"waiver:list">,
  choice: ServiceChoice,
  now: Date,
): Promise<EndingWaiver[]> {
  const snapshot = await snapshotNow(now);
  const last = lastSoonDay(snapshot.day);
  return chosenOf(snapshot, choice)
    .filter(({ counts, accepted }) => counts && accepted > 0)
    .flatMap((then) =>
      serviceState(then, snapshot.timeZone).questions.flatMap(
        ({ question, critical, waiver }): EndingWaiver[] => {
          if (!waiver || waiver.until > last) return [];
          const { title } = then.checklist.at(then.checklist.placeOf(question) ?? -1);
          const service = { slug: then.slug, name: then.facts.name };
          return [{ id: waiver.id, service, title, critical, until: waiver.until }];
        },
      ),
    )
    .sort((a, b) => byCodePoint(a.until, b.until) || byCodePoint(a.id, b.id));
}
