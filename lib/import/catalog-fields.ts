import { eachText, keptText, type ServiceTextName } from "../domain/service-texts";
import { isBlank, isLinkable, LIST_LIMITS, type Link, TEXT_LIMITS } from "../domain/text";
import { canonicalTag, LIFECYCLES, type Lifecycle, TIERS, type Tier } from "../domain/vocabulary";
import { firstOf, serviceTextProblem, shown, textProblem } from "./texts";
import type { Values } from "./values";
import { type Choice, chosen, open, type WantedTexts } from "./wanted";

/** Why an entity of a kind becomes nothing here. */
export const NOT_TAKEN: Record<string, string> = {
  user: "People are invited, not imported.",
  api: "APIs are not kept here.",
  system: "Systems are not kept here.",
  domain: "Domains are not kept here.",
  resource: "Resources are not kept here.",
  template: "Templates are not kept here.",
};

/** A mapping in a document; null for anything else. */
export type Mapping = Readonly<Record<string, unknown>>;

export const asMapping = (value: unknown): Mapping | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Mapping) : null;

/** A member of a mapping, never one that every object has. */
export const member = (mapping: Mapping | null, key: string): unknown =>
  mapping && Object.hasOwn(mapping, key) ? mapping[key] : undefined;

/** A text of a document, or null with a note when it is something else or cannot be kept. */
export function textOf(value: unknown, where: string, most: number, notes: string[]): string | null {
  if (value === undefined || value === null || value === "") return null;
  const problem = typeof value === "string" ? textProblem(value, most) : "is not text";
  if (problem === null) return value as string;
  notes.push(`${where} ${problem}: left out.`);
  return null;
}

/** Where an entity tells each fact in words; its text is undefined where it does not. */
const SAID: Record<ServiceTextName, (metadata: Mapping | null) => { where: string; text: unknown }> = {
  description: (metadata) => ({ where: "metadata.description", text: member(metadata, "description") }),
  onCall: onCallOf,
};

/** What annotations are named for on call, and what their value is there. */
const CALLS: Record<string, string> = {
  "pagerduty.com/service-id": "PagerDuty service",
  "opsgenie.com/component-selector": "Opsgenie",
  "opsgenie.com/team": "Opsgenie team",
};

/**
 * Whom to call, by annotations of pagers. An integration key (`pagerduty.com/integration-key`) is a secret, with which anybody
 * can raise an alarm: it is never read, kept or named in a note.
 */
function onCallOf(metadata: Mapping | null): { where: string; text: unknown } {
  const annotations = asMapping(member(metadata, "annotations"));
  const said = Object.entries(CALLS).flatMap(([name, what]) => {
    const value = member(annotations, name);
    return value === undefined || value === null || value === "" ? [] : [{ name, what, value }];
  });
  const wrong = said.find(({ value }) => typeof value !== "string");
  if (wrong) return { where: `The annotation ${wrong.name}`, text: wrong.value };
  const where = said.length === 1 ? `The annotation ${said[0]?.name}` : "What its annotations say of on call";
  const words = said.map(({ what, value }) => `${what} ${String(value).trim()}`);
  return { where, text: words.length === 0 ? undefined : words.join(", ") };
}

/** The facts in words of an entity; null where it says nothing. What cannot be kept is left out with a note. */
export const catalogTexts = (metadata: Mapping | null, notes: string[]): WantedTexts =>
  eachText((name, { most }) => {
    const { where, text } = SAID[name](metadata);
    const said = typeof text === "string" ? keptText(name, text) : text;
    const problem = typeof said === "string" ? serviceTextProblem(name, said) : null;
    if (problem === null) return textOf(said, where, most, notes);
    notes.push(`${where} ${problem}: left out.`);
    return null;
  });

/** The texts of a list, those that are none left out with a note. */
export function textsOf(value: unknown, where: string, notes: string[]): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    notes.push(`${where} is not a list: left out.`);
    return [];
  }
  const texts = value.filter((each): each is string => typeof each === "string" && !isBlank(each));
  if (texts.length < value.length) notes.push(`${where} holds something that is not text: left out.`);
  return texts;
}

/** Tags of an entity: in our spelling, each once. */
export function tagsOf(metadata: Mapping | null, notes: string[]): string[] {
  const tags = textsOf(member(metadata, "tags"), "metadata.tags", notes).flatMap((tag) => {
    const problem = textProblem(tag, TEXT_LIMITS.tag);
    if (problem) notes.push(`The tag “${shown(tag)}” ${problem}: left out.`);
    return problem ? [] : [canonicalTag(tag)];
  });
  return firstOf([...new Set(tags)], LIST_LIMITS.tags, "tags", notes);
}

const PLACES: Record<string, string> = {
  "backstage.io/source-location": "Source",
  "backstage.io/view-url": "In the catalogue",
};
const PROJECT = /^[\w.-]+\/[\w.-]+$/;

/** Links of an entity: its own, and those that well-known annotations stand for. Each address once. */
export function linksOf(metadata: Mapping | null, notes: string[]): Link[] {
  const links: Link[] = [];
  const own = member(metadata, "links");
  if (own !== undefined && own !== null && !Array.isArray(own))
    notes.push("metadata.links is not a list: left out.");
  for (const each of Array.isArray(own) ? own : []) {
    const url = member(asMapping(each), "url");
    const title = textOf(member(asMapping(each), "title"), "A link's title", TEXT_LIMITS.linkLabel, notes);
    if (typeof url === "string") add(url.trim(), title);
    else notes.push("A link without an address is left out.");
  }
  const annotations = asMapping(member(metadata, "annotations"));
  const project = member(annotations, "github.com/project-slug");
  if (typeof project === "string" && PROJECT.test(project))
    add(`https://github.com/${project}`, "Repository");
  for (const [name, label] of Object.entries(PLACES)) {
    const place = member(annotations, name);
    const url = typeof place === "string" ? place.replace(/^url:/, "") : "";
    if (/^https?:/i.test(url)) add(url, label);
  }
  return firstOf(links, LIST_LIMITS.links, "links", notes);

  function add(url: string, label: string | null) {
    const problem = isLinkable(url)
      ? textProblem(url, TEXT_LIMITS.url)
      : "does not start with http:, https: or mailto:";
    if (problem) notes.push(`The link “${shown(url)}” ${problem}: left out.`);
    else if (!links.some((link) => link.url === url)) links.push({ label: label ?? hostOf(url), url });
  }
}

const hostOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return (host || pathname).slice(0, TEXT_LIMITS.linkLabel);
};

const BEFORE_LIVE: readonly Lifecycle[] = ["planned", "building", "launching"];

/** What a catalogue's lifecycle means by itself. Its words are coarser than ours: what fits them stays as it is. */
function lifecycleOfCatalog(word: string): Choice<Lifecycle> | null {
  if (word === "production") return chosen("live");
  if (word === "deprecated")
    return {
      value: "live",
      fits: ["live", "retired"],
      note: "Deprecated in the catalogue, and live until it is retired.",
    };
  if (word === "experimental") return { value: "building", fits: BEFORE_LIVE, note: null };
  const own = LIFECYCLES.find((each) => each === word);
  return own ? chosen(own) : null;
}

/** The lifecycle that an entity gives, as somebody said or by itself; building is assumed where neither tells. */
export function lifecycleOf(value: unknown, values: Values): Choice<Lifecycle> {
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") return open("building", LIFECYCLES, "The catalogue gives no lifecycle: building assumed.");
  const rule = lifecycleOfCatalog(text.toLowerCase());
  values.read("lifecycle", text, rule?.value ?? "building");
  const choice = values.choiceFor("lifecycle", text);
  if (choice !== undefined) return chosen(choice);
  return (
    rule ??
    open("building", LIFECYCLES, `The lifecycle “${shown(text)}” is not known here: building assumed.`)
  );
}

/** The tier that an annotation gives, as somebody said or by itself; else one is assumed. */
export function tierOf(metadata: Mapping | null, values: Values, notes: string[]): Choice<Tier> {
  const given = member(asMapping(member(metadata, "annotations")), "plumbline/tier");
  if (given === undefined || given === null || isBlank(String(given)))
    return open(3, TIERS, "Tier 3 assumed.");
  const rule = TIERS.find((each) => String(each) === String(given).trim()) ?? null;
  values.read("tier", String(given), rule ?? 3);
  const tier = values.choiceFor("tier", String(given)) ?? rule;
  if (tier !== null) return chosen(tier);
  notes.push("The annotation plumbline/tier is not 1, 2, 3 or 4.");
  return open(3, TIERS, "Tier 3 assumed.");
}

/** What a catalogue calls one of its entities. */
export interface EntityRef {
  kind: string;
  namespace: string;
  name: string;
}

const DEFAULT_NAMESPACE = "default";
const PART = /^[^\s:/]+$/;

/**
 * Reads a reference as Backstage writes it: `[kind:][namespace/]name`, letters of any case.
 * @param kind what it is when it does not say
 * @param namespace where it is when it does not say: that of the entity that refers
 * @returns null when it is none
 * @see https://backstage.io/docs/features/software-catalog/references
 */
export function parseRef(text: string, kind: string, namespace = DEFAULT_NAMESPACE): EntityRef | null {
  const match = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(text.trim());
  const [, ownKind = kind, ownNamespace = namespace, name = ""] = match ?? [];
  if (!match || ![ownKind, ownNamespace, name].every((part) => PART.test(part))) return null;
  return { kind: ownKind.toLowerCase(), namespace: ownNamespace.toLowerCase(), name };
}

/** The one spelling of a reference, by which things are compared and found again: `component:default/checkout`. */
export const refText = ({ kind, namespace, name }: EntityRef): string =>
  `${kind}:${namespace}/${name}`.toLowerCase();

/** The service that a component says it depends on, as its reference; none, with a note, where it names something else. */
export function componentRef(text: string, { namespace }: EntityRef, notes: string[]): string[] {
  const ref = parseRef(text, "component", namespace);
  if (ref?.kind === "component") return [refText(ref)];
  notes.push(
    ref
      ? `${shown(text)} is a ${shown(ref.kind)}, not a service: left out.`
      : `“${shown(text)}” is not a reference: left out.`,
  );
  return [];
}
