import type { SignedLaunch } from "@/lib/contracts/launch-parts";
import type { Service, ServiceEdit, ServiceNew } from "@/lib/contracts/services";
import { applies } from "@/lib/domain/applies";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";
import { changedFields } from "@/lib/domain/merge";
import { rightsToChange } from "@/lib/domain/policy";
import { eachText, type ServiceTexts, textsOf } from "@/lib/domain/service-texts";
import { isBlank } from "@/lib/domain/text";
import type { Lifecycle, Tier } from "@/lib/domain/vocabulary";
import { capital, listed } from "@/lib/domain/words";

/** A service that can be depended on or launched, as it is picked. */
export interface Picked {
  slug: string;
  name: string;
  teamName: string;
  /** Where it is known: left out of what is only depended on. */
  tier?: Tier;
}

/** The facts of a service as they are being typed; a tier of null is not chosen yet. */
export interface ServiceDraft extends ServiceTexts {
  name: string;
  team: string;
  tier: Tier | null;
  lifecycle: Lifecycle;
  tags: readonly string[];
  links: readonly { label: string; url: string }[];
  dependsOn: readonly string[];
}
export type DraftField = keyof ServiceDraft;

/** The fields in the order of the form, with their names. */
export const FIELD_NAMES: Record<DraftField, string> = {
  name: "Name",
  team: "Team",
  tier: "Tier",
  lifecycle: "Lifecycle",
  tags: "Tags",
  ...eachText((_, { label }) => label),
  links: "Links",
  dependsOn: "Depends on",
};

/** What an empty form holds. */
export const emptyDraft = (team: string): ServiceDraft => ({
  name: "",
  team,
  tier: null,
  lifecycle: "building",
  tags: [],
  ...textsOf({}),
  links: [],
  dependsOn: [],
});

/** What the form of a service holds before anything is typed. */
export const serviceDraft = (service: Service): ServiceDraft => {
  const { name, team, tier, lifecycle, tags, links, dependsOn } = service;
  return { name, team, tier, lifecycle, tags, ...textsOf(service), links, dependsOn };
};

/** What is missing before it is worth sending, by field. */
export function missing(draft: ServiceDraft): Readonly<Record<string, string>> {
  return {
    ...(isBlank(draft.name) ? { name: "Give it the name that people use." } : {}),
    ...(draft.team === "" ? { team: "Choose the team that owns it." } : {}),
    ...(draft.tier === null ? { tier: "Choose how much depends on it." } : {}),
  };
}

const filled = (links: ServiceDraft["links"]) =>
  links.filter(({ label, url }) => !(isBlank(label) && isBlank(url))).map((link) => ({ ...link }));

/** The body that creates it. @param tier chosen, as missing() demands */
export const bodyOfNew = (draft: ServiceDraft, tier: Tier): ServiceNew => ({
  ...draft,
  tier,
  tags: [...draft.tags],
  links: filled(draft.links),
  dependsOn: [...draft.dependsOn],
});

/** The body that changes it: only what was changed. */
export function bodyOfEdit(base: ServiceDraft, draft: ServiceDraft): ServiceEdit {
  const body: Record<string, unknown> = {};
  for (const field of changedFields(base, draft)) {
    body[field] = field === "links" ? filled(draft.links) : draft[field];
  }
  return body as ServiceEdit;
}

/** Whether the change lowers the tier or drops a tag, which needs a reason. */
export const narrows = (base: ServiceDraft, draft: ServiceDraft): boolean =>
  rightsToChange(guarded(base), guarded(draft)).includes("service:narrow");
const guarded = ({ team, tier, lifecycle, tags }: ServiceDraft) => ({
  teamId: team,
  tier: tier ?? 4,
  lifecycle,
  tags,
});

/** What decides whether a question is asked (S1), and what it is called. */
export interface QuestionScope {
  upToTier: Tier;
  tags: readonly string[];
  called: string;
}

/** A tag that decides which questions are asked, and what the questions are called that only such services are asked. */
export interface DecidingTag {
  tag: string;
  asks: readonly string[];
}

/**
 * The tags that decide which questions are asked (S1), in the order in which the checklist comes to them.
 * @param tier what is not asked at it is left out; null while it is not chosen: nothing is
 */
export function decidingTags(questions: readonly QuestionScope[], tier: Tier | null): DecidingTag[] {
  const asks = new Map<string, string[]>();
  for (const { tags, upToTier, called } of questions) {
    for (const tag of tags) {
      const of = asks.get(tag) ?? [];
      asks.set(tag, tier === null || tier <= upToTier ? [...of, called] : of);
    }
  }
  return [...asks].map(([tag, called]) => ({ tag, asks: called }));
}

/** A tag in words: "personal data". */
const tagWords = (tag: string): string => tag.replaceAll("_", " ");
/** The same as the name of a switch: "Personal data", "AI". */
export const tagName = (tag: string): string =>
  tag.length === 2 ? tag.toUpperCase() : capital(tagWords(tag));

/** A tag as it was typed, in the spelling of the one that decides about questions, if it is one of those. */
export function spelledTag(deciding: readonly DecidingTag[], typed: string): string {
  const plain = (tag: string) => tagWords(tag.trim().toLowerCase()).replace(/[\s-]+/g, " ");
  return deciding.find(({ tag }) => plain(tag) === plain(typed))?.tag ?? typed.trim();
}

/** How many questions a service is asked, and how many of them leave and join by a change of tier or tags (S1). */
export function questionsAfter(questions: readonly QuestionScope[], base: ServiceDraft, draft: ServiceDraft) {
  const asked = (of: ServiceDraft) => (question: QuestionScope) =>
    of.tier !== null && applies(question, { tier: of.tier, tags: of.tags });
  const [before, after] = [asked(base), asked(draft)];
  return {
    asked: questions.filter(after).length,
    leaving: questions.filter((question) => before(question) && !after(question)).length,
    joining: questions.filter((question) => !before(question) && after(question)).length,
  };
}

/**
 * What other questions do to those who said go to a launch (L5).
 * @param isSure questions that counted are no longer asked; one that is new counts against a go only while it is open
 */
export function signedText({ title, roles }: SignedLaunch, isSure: boolean): string {
  const names = listed(roles.map((role) => ROLE_TEXT[role].name.toLowerCase()));
  const what = isSure
    ? "goes out of date"
    : "goes out of date, unless the new questions are already answered yes";
  return `The go of ${names} on “${title}” ${what}.`;
}
