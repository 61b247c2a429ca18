import type { Corrections, ValueMapping } from "../domain/import-rows";
import type { ServiceTextName } from "../domain/service-texts";
import type { Link } from "../domain/text";
import type { Lifecycle, Tier } from "../domain/vocabulary";

/**
 * A fact that a file gives or leaves open. `value` is what a new service gets; one that is there keeps what it has as
 * long as that is among `fits`.
 */
export interface Choice<T> {
  value: T;
  fits: readonly T[];
  /** Provenance when `value` is taken: why. */
  note: string | null;
}

/** Something that a row cannot be imported with; a correction of its field cures it. */
export interface RowProblem {
  field: "tier" | "lifecycle" | "team" | null;
  message: string;
}

/** A team as a file describes it, or only names it (`implied`). */
export interface WantedTeam {
  key: string;
  line: number | null;
  name: string;
  /** Null where the file says nothing. */
  description: string | null;
  /** What the catalogue calls it. */
  ref: string | null;
  /** Its short name, where the file gives it beside its name. */
  slug: string | null;
  implied: boolean;
  notes: string[];
  problems: RowProblem[];
}

/** The facts in words that a file gives. */
export type WantedTexts = Record<ServiceTextName, string | null>;

/** A service as a file describes it; null where it says nothing, which leaves what is there. */
export interface WantedService extends WantedTexts {
  key: string;
  line: number | null;
  /** Null in a row that only adds dependencies to what is there. */
  name: string | null;
  ref: string | null;
  slug: string | null;
  /** The version that the file was made from: another one there refuses the row. */
  version: number | null;
  /** Key of its team; null where none is named, with a problem that says so. */
  team: string | null;
  tier: Choice<Tier>;
  lifecycle: Choice<Lifecycle>;
  tags: string[] | null;
  links: Link[] | null;
  /** References, short names or names of services. */
  dependsOn: string[] | null;
  /** Tags and dependencies are added to those that are there; else they replace them. */
  adds: boolean;
  /** The same of links. */
  addsLinks: boolean;
  notes: string[];
  problems: RowProblem[];
}

/** Something in a file that becomes nothing here. */
export interface Skipped {
  key: string;
  line: number | null;
  name: string;
  action: "skip" | "error";
  notes: string[];
  reason: string;
}

/** Everything that a file of teams and services wants. */
export interface Wanted {
  teams: WantedTeam[];
  services: WantedService[];
  skipped: Skipped[];
  /** The words for tiers and lifecycles that stand in it, and what they are taken for. */
  values: ValueMapping[];
}

/** A choice that the file leaves open. */
export const open = <T>(value: T, all: readonly T[], note: string): Choice<T> => ({ value, fits: all, note });
/** A choice that the file makes. */
export const chosen = <T>(value: T): Choice<T> => ({ value, fits: [value], note: null });

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
