import type { Corrections } from "./rows";
import { chosen, type Wanted } from "./wanted";

/** What a person corrected, put into what the file wants: before it is planned. */
export function applyCorrections(
  wanted: Wanted,
  corrections: Corrections,
  nameTeam: (text: string) => string,
): void {
  for (const service of wanted.services) {
    const correction = corrections.get(service.key);
    if (!correction) continue;
    const cured = new Set<string | null>();
    if (correction.tier !== undefined) {
      service.tier = chosen(correction.tier);
      cured.add("tier");
    }
    if (correction.lifecycle !== undefined) {
      service.lifecycle = chosen(correction.lifecycle);
      cured.add("lifecycle");
    }
    if (correction.team !== undefined) {
      service.team = nameTeam(correction.team);
      cured.add("team");
    }
    service.problems = service.problems.filter((problem) => !cured.has(problem.field));
  }
}
