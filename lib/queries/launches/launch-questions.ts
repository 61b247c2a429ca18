import "server-only";
import type { Scope } from "../../auth/scope";
import type { Launch } from "../../contracts/launches";
import type { Area } from "../../domain/vocabulary";
import { snapshotNow } from "../../snapshot/snapshot-at";

/** What a question that a launch names is called today. */
interface LaunchQuestion {
  title: string;
  area: Area;
  critical: boolean;
}

type Named = Pick<
  Launch,
  "gaps" | "agendaAnswers" | "meeting" | "dispositions" | "conditions" | "signOffs" | "turns"
>;

/**
 * Every question that a launch names, by "service question", open or not: its decisions and reasons are about some that are
 * no gaps any more. One that its service is no longer asked is left out.
 */
export async function loadLaunchQuestions(
  _scope: Scope<"launch:read">,
  { gaps, agendaAnswers, meeting, dispositions, conditions, signOffs, turns }: Named,
  now: Date,
): Promise<Record<string, LaunchQuestion>> {
  const snapshot = await snapshotNow(now);
  const because = signOffs.flatMap((each) => [...each.because, ...(each.overruling?.because ?? [])]);
  const agenda = [...agendaAnswers, ...(meeting?.agenda ?? [])];
  const named = new Set(
    [gaps, agenda, dispositions, conditions, because, turns].flat().map(({ service }) => service),
  );
  const checklists = new Map(
    snapshot.services.filter(({ slug }) => named.has(slug)).map(({ slug, checklist }) => [slug, checklist]),
  );
  const found: Record<string, LaunchQuestion> = {};
  for (const each of [gaps, agenda, dispositions, conditions, because, turns].flat()) {
    const { service, question } = each;
    if (service === null || question === null) continue;
    const checklist = checklists.get(service);
    const place = checklist?.placeOf(question);
    if (!checklist || place === undefined) continue;
    const { title, area, critical } = checklist.at(place);
    found[`${service} ${question}`] = { title, area, critical };
  }
  return found;
}
