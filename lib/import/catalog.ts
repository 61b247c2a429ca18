import type { ValueChoice } from "../domain/import-rows";
import { eachText } from "../domain/service-texts";
import { LIST_LIMITS, TEXT_LIMITS } from "../domain/text";
import { LIFECYCLES, TIERS } from "../domain/vocabulary";
import {
  asMapping,
  catalogTexts,
  componentRef,
  type EntityRef,
  lifecycleOf,
  linksOf,
  type Mapping,
  member,
  NOT_TAKEN,
  parseRef,
  refText,
  tagsOf,
  textOf,
  textsOf,
  tierOf,
} from "./catalog-fields";
import { firstOf, nameProblem, shown } from "./texts";
import { Values } from "./values";
import { open, type RowProblem, type Wanted, type WantedService, type WantedTeam } from "./wanted";

/** One document of a file, as a parser gives it. */
export interface CatalogDocument {
  line: number;
  value: unknown;
  /** Why it cannot be read; null when it can. */
  problem: string | null;
}

interface Entity {
  key: string;
  line: number;
  ref: EntityRef;
  name: string;
  metadata: Mapping | null;
  spec: Mapping | null;
}

/** A component that says of another one that it depends on it. */
interface Reversed {
  from: string;
  to: string;
  line: number;
}

/**
 * What the documents of a Backstage catalogue want: groups as teams, components as services, the rest passed over with
 * its reason.
 * @param choice what its words for tiers and lifecycles mean
 * @see https://backstage.io/docs/features/software-catalog/descriptor-format
 */
export function readCatalog(documents: readonly CatalogDocument[], choice: ValueChoice = {}): Wanted {
  const values = new Values(choice);
  const wanted: Wanted = { teams: [], services: [], skipped: [], values: [] };
  const seen = new Map<string, number>();
  const reversed: Reversed[] = [];
  for (const [index, { line, value, problem }] of documents.entries()) {
    const entity = problem ?? entityOf(value, line);
    const before = typeof entity === "string" ? undefined : seen.get(entity.key);
    if (typeof entity === "string" || before !== undefined) {
      const reason = typeof entity === "string" ? entity : `${entity.key} stands on line ${before} already.`;
      const name = typeof entity === "string" ? `Document ${index + 1}` : entity.name;
      wanted.skipped.push({ key: `line:${line}`, line, name, action: "error", notes: [], reason });
      continue;
    }
    seen.set(entity.key, line);
    if (entity.ref.kind === "component") wanted.services.push(serviceOf(entity, values, wanted, reversed));
    else if (entity.ref.kind === "group") wanted.teams.push(teamOf(entity));
    else wanted.skipped.push(passedOver(entity));
  }
  dropImplied(wanted);
  for (const each of reversed) reverse(wanted, each);
  wanted.values = values.mappings();
  return wanted;
}

function entityOf(value: unknown, line: number): Entity | string {
  const root = asMapping(value);
  if (!root) return "This is not an entity: it has no kind and no metadata.";
  const kind = member(root, "kind");
  if (typeof kind !== "string" || kind.trim() === "") return "kind is missing: Component, Group and so on.";
  const metadata = asMapping(member(root, "metadata"));
  const name = member(metadata, "name");
  if (name === undefined || name === null || name === "") return "metadata.name is missing.";
  if (typeof name !== "string") return "metadata.name is not text: put it in quotes.";
  const problem = nameProblem(name, TEXT_LIMITS.name);
  if (problem) return `metadata.name ${problem}.`;
  const namespace = member(metadata, "namespace") ?? undefined;
  if (namespace !== undefined && typeof namespace !== "string") return "metadata.namespace is not text.";
  const ref = parseRef(name, kind.trim(), namespace?.trim() || undefined);
  if (!ref) return `metadata.name “${shown(name)}” is not a valid name.`;
  return { key: refText(ref), line, ref, name, metadata, spec: asMapping(member(root, "spec")) };
}

function passedOver({ key, line, ref, name, spec }: Entity): Wanted["skipped"][number] {
  const row = { key, line, name, action: "skip" as const };
  if (ref.kind !== "location") {
    const reason = NOT_TAKEN[ref.kind] ?? `Plumbline knows nothing of the kind “${shown(ref.kind)}”.`;
    return { ...row, notes: [], reason };
  }
  const notes: string[] = [];
  const one = member(spec, "target");
  const targets = [
    ...(typeof one === "string" ? [one] : []),
    ...textsOf(member(spec, "targets"), "spec.targets", notes),
  ];
  const reason = `Locations are not followed: import what ${targets.length === 1 ? "it points" : "they point"} to instead.`;
  return { ...row, reason, notes: [...notes, ...targets.map((target) => `Not followed: ${shown(target)}`)] };
}

function teamOf({ key, line, name, metadata, spec }: Entity): WantedTeam {
  const notes: string[] = [];
  const title =
    textOf(
      member(asMapping(member(spec, "profile")), "displayName"),
      "displayName",
      TEXT_LIMITS.name,
      notes,
    ) ?? textOf(member(metadata, "title"), "metadata.title", TEXT_LIMITS.name, notes);
  const description = textOf(
    member(metadata, "description"),
    "metadata.description",
    TEXT_LIMITS.description,
    notes,
  );
  return {
    key,
    line,
    name: title ?? name,
    description,
    ref: key,
    slug: null,
    implied: false,
    notes,
    problems: [],
  };
}

function serviceOf(
  { key, line, ref, name, metadata, spec }: Entity,
  values: Values,
  wanted: Wanted,
  reversed: Reversed[],
): WantedService {
  const notes: string[] = [];
  const problems: RowProblem[] = [];
  const refs = (field: string) =>
    textsOf(member(spec, field), `spec.${field}`, notes).flatMap((text) => componentRef(text, ref, notes));
  const dependsOn = firstOf([...new Set(refs("dependsOn"))], LIST_LIMITS.dependsOn, "dependencies", notes);
  for (const other of refs("dependencyOf")) reversed.push({ from: other, to: key, line });
  return {
    key,
    line,
    name: textOf(member(metadata, "title"), "metadata.title", TEXT_LIMITS.name, notes) ?? name,
    ref: key,
    slug: null,
    version: null,
    team: ownerOf(member(spec, "owner"), ref, wanted, problems),
    ...catalogTexts(metadata, notes),
    tier: tierOf(metadata, values, notes),
    lifecycle: lifecycleOf(member(spec, "lifecycle"), values),
    tags: tagsOf(metadata, notes),
    links: linksOf(metadata, notes),
    dependsOn,
    adds: true,
    addsLinks: true,
    notes,
    problems,
  };
}

/** The key of the team that owns an entity; one that the file does not describe is implied by its name. */
function ownerOf(
  owner: unknown,
  { namespace }: EntityRef,
  wanted: Wanted,
  problems: RowProblem[],
): string | null {
  const refuse = (message: string) => {
    problems.push({ field: "team", message });
    return null;
  };
  if (owner === undefined || owner === null || owner === "")
    return refuse("spec.owner is missing: choose a team.");
  const ref = typeof owner === "string" ? parseRef(owner, "group", namespace) : null;
  if (!ref) return refuse("spec.owner is not a reference to a group: choose a team.");
  if (ref.kind !== "group")
    return refuse(`Its owner is a ${shown(ref.kind)} (${shown(String(owner))}): choose a team.`);
  const key = refText(ref);
  if (!wanted.teams.some((team) => team.key === key)) {
    const note = `${key} is not in this file: named after the reference.`;
    wanted.teams.push({
      key,
      line: null,
      name: ref.name.slice(0, TEXT_LIMITS.name),
      description: null,
      ref: key,
      slug: null,
      implied: true,
      notes: [note],
      problems: [],
    });
  }
  return key;
}

/** A team that is only named before it is described is one, not two. */
function dropImplied(wanted: Wanted): void {
  const described = new Set(wanted.teams.filter((team) => !team.implied).map((team) => team.key));
  wanted.teams = wanted.teams.filter((team) => !team.implied || !described.has(team.key));
}

/** `dependencyOf`, the other way round: on the row of that component, or on a row of its own when it has none. */
function reverse(wanted: Wanted, { from, to, line }: Reversed): void {
  const there = wanted.services.find((service) => service.key === from);
  if (there) {
    there.dependsOn ??= [];
    if (!there.dependsOn.includes(to)) there.dependsOn.push(to);
    return;
  }
  wanted.services.push({
    key: from,
    line,
    name: null,
    ref: from,
    slug: null,
    version: null,
    team: null,
    ...eachText(() => null),
    tier: open(3, TIERS, ""),
    lifecycle: open("building", LIFECYCLES, ""),
    tags: null,
    links: null,
    dependsOn: [to],
    adds: true,
    addsLinks: true,
    notes: [],
    problems: [],
  });
}
