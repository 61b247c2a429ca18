import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Algorithm, hash } from "@node-rs/argon2";
import { withClient } from "../lib/testing/databases";
import { addressOf } from "../lib/testing/routes";
import type { ADMIN, Api } from "./fixtures";

/** What the pages that are looked at are about. */
export interface Place {
  team: string;
  service: string;
  /** A service that was deleted. */
  deleted: string;
  person: string;
  /** An open launch, by its id. */
  launch: string;
  /** A checklist that is a draft. */
  checklist: string;
  /** The address that an open invitation leads to. */
  join: string;
  /** An instant at which all of it is there. */
  now: string;
}
/** Whose page it is: of somebody signed in, of nobody, of an installation that is not set up yet. */
type Whose = "signedIn" | "signedOut" | "unset";

/** One look at one page. */
export interface Visit {
  /** Names the page and who looks; the same in every process. */
  title: string;
  /** As a signed-in admin, as somebody without rights, as nobody, before the installation is set up. */
  who: Whose | "reader";
  /** As in `/services/:service`. */
  route: string;
  address: (place: Place) => string;
}

/** Every route of a page → addresses to look at. A route without one fails a test. */
const SAMPLES: Record<string, [whose: Whose, addresses: (place: Place) => string[]]> = {
  "/": [
    "signedIn",
    () => [
      "/",
      "/?group=team&sort=name&range=30d",
      "/?standing=working&q=check",
      "/?q=nothing-matches-this",
      "/?asOf=2020-01-01",
    ],
  ],
  "/changes": ["signedIn", () => ["/changes?since=2020-01-01", "/changes?since=2020-01-01&until=2020-06-01"]],
  "/services": [
    "signedIn",
    () => [
      "/services",
      "/services?standing=working&q=check",
      "/services?q=nothing-matches-this",
      "/services?deleted=true",
    ],
  ],
  "/services/new": ["signedIn", () => ["/services/new"]],
  "/services/:service": [
    "signedIn",
    ({ service, deleted, now }) => [
      `/services/${service}`,
      `/services/${service}?asOf=${now}&range=30d`,
      `/services/${service}?asOf=2020-01-01`,
      `/services/${deleted}`,
    ],
  ],
  "/services/:service/assess": ["signedIn", ({ service }) => [`/services/${service}/assess`]],
  "/services/:service/edit": ["signedIn", ({ service }) => [`/services/${service}/edit`]],
  "/services/:service/history": ["signedIn", ({ service }) => [`/services/${service}/history`]],
  "/gaps": [
    "signedIn",
    () => ["/gaps", "/gaps?kind=blocker&area=traffic&sort=due", "/gaps?q=nothing-matches-this"],
  ],
  "/waivers": ["signedIn", () => ["/waivers", "/waivers?state=requested&state=in_force&service=nothing"]],
  "/exposure": [
    "signedIn",
    () => [
      "/exposure",
      "/exposure?when=launch&tier=2",
      "/exposure?q=nothing-matches-this",
      "/exposure?asOf=2020-01-01",
    ],
  ],
  "/exposure/model": ["signedIn", () => ["/exposure/model"]],
  "/launches": ["signedIn", () => ["/launches", "/launches?state=called_off"]],
  "/launches/new": ["signedIn", ({ service }) => ["/launches/new", `/launches/new?service=${service}`]],
  "/launches/:launch": ["signedIn", ({ launch }) => [`/launches/${launch}`]],
  "/launches/:launch/meeting": [
    "signedIn",
    ({ launch }) =>
      ["", "?at=prepare", "?at=carry", "?at=sign"].map((at) => `/launches/${launch}/meeting${at}`),
  ],
  "/launches/:launch/minutes": ["signedIn", ({ launch }) => [`/launches/${launch}/minutes`]],
  "/import": ["signedIn", () => ["/import", "/import?what=csv"]],
  "/teams": ["signedIn", () => ["/teams"]],
  "/teams/new": ["signedIn", () => ["/teams/new"]],
  "/teams/:team": ["signedIn", ({ team, now }) => [`/teams/${team}`, `/teams/${team}?asOf=${now}`]],
  "/teams/:team/edit": ["signedIn", ({ team }) => [`/teams/${team}/edit`]],
  "/checklists": ["signedIn", () => ["/checklists"]],
  "/checklists/:checklist/versions/:version": [
    "signedIn",
    ({ checklist }) => ["/checklists/production-readiness/versions/1", `/checklists/${checklist}/versions/1`],
  ],
  "/checklists/:checklist/versions/:version/comparison": [
    "signedIn",
    () => ["/checklists/production-readiness/versions/1/comparison?with=1"],
  ],
  "/checklists/:checklist/versions/:version/move": [
    "signedIn",
    () => ["/checklists/production-readiness/versions/1/move"],
  ],
  "/settings": ["signedIn", () => ["/settings"]],
  "/settings/people": [
    "signedIn",
    () => ["/settings/people", "/settings/people?rights=admin", "/settings/people?q=nothing-matches-this"],
  ],
  "/settings/people/:person": ["signedIn", ({ person }) => [`/settings/people/${person}`]],
  "/settings/profile": ["signedIn", () => ["/settings/profile"]],
  "/settings/sessions": ["signedIn", () => ["/settings/sessions"]],
  "/settings/tokens": ["signedIn", () => ["/settings/tokens"]],
  "/work": ["signedIn", () => ["/work"]],
  "/join": ["signedOut", ({ join }) => [join, "/join?token=leads-to-no-invitation-at-all"]],
  "/sign-in": ["signedOut", () => ["/sign-in"]],
  "/setup": ["unset", () => ["/setup"]],
};

/** The routes of all pages under app/, and what SAMPLES has too few or too many. */
export function sampleProblems(samples: readonly string[] = Object.keys(SAMPLES)): string[] {
  const app = fileURLToPath(new URL("../app", import.meta.url));
  const routes = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?:^|\/)page\.[jt]sx?$/.test(name))
    .map(addressOf);
  return [
    ...routes.filter((route) => !samples.includes(route)).map((route) => `${route} has no sample address`),
    ...samples.filter((route) => !routes.includes(route)).map((route) => `${route} is no page`),
  ];
}

/** A person without any rights, who may look at everything. @returns what they sign in with */
export async function aReader(databaseUrl: string): Promise<typeof ADMIN> {
  const reader = {
    name: "Rut Leser",
    email: `${randomUUID()}@example.com`,
    password: "only here to read it",
  };
  const parameters = {
    algorithm: 2 as Algorithm.Argon2id,
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  };
  await withClient(databaseUrl, async (client) =>
    client.query(
      `INSERT INTO "Person" ("id", "email", "name", "passwordHash", "createdAt") VALUES ($1, $2, $3, $4, now())`,
      [randomUUID(), reader.email, reader.name, await hash(reader.password, parameters)],
    ),
  );
  return reader;
}

/** Every page once for each sample address; those of a signed-in person without its parameters also by one without rights. */
export function everyVisit(): Visit[] {
  const NAMES: Place = {
    team: ":team",
    service: ":service",
    deleted: ":deleted",
    person: ":person",
    launch: ":launch",
    checklist: ":draft",
    join: "/join?token=:token",
    now: ":now",
  };
  const visits = Object.entries(SAMPLES).flatMap(([route, [whose, addresses]]) =>
    addresses(NAMES).flatMap((name, index): Visit[] => {
      const address = (place: Place) => addresses(place)[index] ?? "";
      const visit = { title: `${name}${whose === "unset" ? " not set up" : ""}`, who: whose, route, address };
      const isPlain = whose === "signedIn" && !name.includes("?");
      return isPlain ? [visit, { ...visit, title: `${name} without rights`, who: "reader" }] : [visit];
    }),
  );
  return [
    ...visits,
    { title: "/no-such-page", who: "signedIn", route: "/_not-found", address: () => "/no-such-page" },
  ];
}

/** Makes what every page is about: a team and a service with answers, a draft, an invitation, a token. */
export async function aPlace(api: Api): Promise<Place> {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Payments & Ledger 🧾" });
  const service = await api.call<{ slug: string }>("POST", "/services", {
    name: "Checkout",
    team: team.slug,
    tier: 2,
    lifecycle: "live",
    tags: ["payments", "public"],
    description: "Takes the money.",
    links: [{ label: "Repository", url: "https://example.com/checkout" }],
  });
  const { questions } = await api.call<{ questions: { key: string }[] }>(
    "GET",
    `/services/${service.slug}/scorecard`,
  );
  const verdicts = ["yes", "partly", "no", "unclear", "not_applicable"];
  for (const [index, { key }] of questions.slice(0, 15).entries()) {
    await api.call("PUT", `/services/${service.slug}/answers/${key}`, {
      verdict: verdicts[index % verdicts.length],
      reason: "Card provider and mail have limits; the tax service has none.",
      expectedVersion: 0,
    });
  }
  const { slug: deleted } = await api.call<{ slug: string }>("POST", "/services", {
    name: "Old checkout",
    team: team.slug,
    tier: 3,
    lifecycle: "live",
  });
  await api.call("DELETE", `/services/${deleted}`);
  const { questions: asked } = await api.call<{ questions: unknown[] }>(
    "GET",
    "/checklists/production-readiness/versions/1",
  );
  const own = await api.call<{ checklist: string; revision: number }>("POST", "/checklists", {
    name: "Mobile apps",
  });
  await api.call("PUT", `/checklists/${own.checklist}/versions/1`, {
    expectedRevision: own.revision,
    note: "Fewer questions 📱",
    questions: asked.slice(0, 4),
  });
  const { path } = await api.call<{ path: string }>("POST", "/people/invitations", {
    email: `${randomUUID()}@example.com`,
    executive: true,
    teams: [{ team: team.slug, role: "lead" }],
  });
  const { id: person } = await api.call<{ id: string }>("GET", "/people/me");
  const { id: launch } = await api.call<{ id: string }>("POST", "/launches", {
    title: "Checkout 3 🚀",
    services: [service.slug],
    targetDate: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
    facilitator: person,
    signers: { engineering: person },
  });
  await api.call("POST", "/tokens", { name: "Nightly export 🌙", scopes: ["read", "answer"], days: 30 });
  return {
    team: team.slug,
    service: service.slug,
    deleted,
    person,
    launch,
    checklist: own.checklist,
    join: path,
    now: new Date().toISOString(),
  };
}
