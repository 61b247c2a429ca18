import type { Correction } from "../domain/import-rows";
import { textsOf } from "../domain/service-texts";
import { readCatalog } from "./catalog";
import type { KnownService, KnownTeam } from "./known";
import { planServices } from "./plan-services";
import { nameTeam } from "./plan-teams";
import { readServiceRows } from "./service-rows";
import { applyCorrections, type Wanted } from "./wanted";

export const aTeam = (some: Partial<KnownTeam> = {}): KnownTeam => ({
  id: "t1",
  slug: "payments",
  name: "Payments",
  description: "",
  externalRef: null,
  deleted: false,
  ...some,
});
export const aService = (some: Partial<KnownService> = {}): KnownService => ({
  id: "s1",
  slug: "checkout",
  name: "Checkout",
  ...textsOf({}),
  teamId: "t1",
  tier: 3,
  lifecycle: "live",
  tags: [],
  links: [],
  dependsOn: [],
  externalRef: null,
  version: 4,
  deleted: false,
  restorable: false,
  ...some,
});

export interface There {
  teams?: KnownTeam[];
  services?: KnownService[];
  corrections?: Record<string, Correction>;
}
export function plan(wanted: Wanted, { teams = [aTeam()], services = [], corrections = {} }: There = {}) {
  let id = 0;
  const corrected = new Map(Object.entries(corrections));
  applyCorrections(wanted, corrected, (text) => nameTeam(wanted, text, null));
  return planServices(wanted, { teams, services }, corrected, () => `new-${++id}`);
}
export const HEADERS = [
  "slug",
  "name",
  "team",
  "tier",
  "lifecycle",
  "tags",
  "links",
  "dependsOn",
  "version",
  "repository",
] as const;
/** A table of services: cells by header. */
export const table = (...rows: Partial<Record<(typeof HEADERS)[number], string>>[]) =>
  readServiceRows(
    rows.map((row, at) => ({ line: at + 2, cells: HEADERS.map((header) => row[header] ?? "") })),
    Object.fromEntries(HEADERS.map((header, at) => [header, at])),
  );
export const catalog = (...values: unknown[]) =>
  readCatalog(values.map((value, at) => ({ line: at + 1, value, problem: null })));
export const component = (name: string, spec: object = {}, metadata: object = {}) => ({
  kind: "Component",
  metadata: { name, ...metadata },
  spec: { owner: "payments", lifecycle: "production", ...spec },
});
