import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Algorithm, hash } from "@node-rs/argon2";
import { withClient } from "../lib/testing/databases";
import { addressOf } from "../lib/testing/routes";
import type { ADMIN, Api } from "./fixtures";

interface Place {
  team: string;
  service: string;
  person: string;
  /** A checklist that is a draft. */
  checklist: string;
  /** The address that an open invitation leads to. */
  join: string;
}
/** Whose page it is: of somebody signed in, of nobody, of an installation that is not set up yet. */
type Whose = "signedIn" | "signedOut" | "unset";

/** Every route of a page → addresses to look at. A route without one fails the tests of every page. */
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
    ({ service }) => [
      `/services/${service}`,
      `/services/${service}?asOf=${new Date().toISOString()}&range=30d`,
      `/services/${service}?asOf=2020-01-01`,
    ],
  ],
  "/services/:service/assess": ["signedIn", ({ service }) => [`/services/${service}/assess`]],
  "/services/:service/edit": ["signedIn", ({ service }) => [`/services/${service}/edit`]],
  "/services/:service/history": ["signedIn", ({ service }) => [`/services/${service}/history`]],
  "/gaps": [
    "signedIn",
    () => ["/gaps", "/gaps?kind=blocker&area=traffic&sort=due", "/gaps?q=nothing-matches-this"],
  ],
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
  "/import": ["signedIn", () => ["/import", "/import?what=csv"]],
  "/teams": ["signedIn", () => ["/teams"]],
  "/teams/new": ["signedIn", () => ["/teams/new"]],
  "/teams/:team": [
    "signedIn",
    ({ team }) => [`/teams/${team}`, `/teams/${team}?asOf=${new Date().toISOString()}`],
  ],
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
  "/start": ["signedIn", () => ["/start"]],
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

/** What every-page tests look at: a team and a service with answers, and the address of each page. */
export async function everyPage(api: Api): Promise<Record<Whose | "reader", string[]>> {
  const problems = sampleProblems();
  if (problems.length > 0) throw new Error(`e2e/pages.ts: ${problems.join("; ")}`);
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
  await api.call("POST", "/tokens", { name: "Nightly export 🌙", scopes: ["read", "answer"], days: 30 });
  const place = { team: team.slug, service: service.slug, person, checklist: own.checklist, join: path };
  const of = (wanted: Whose) =>
    Object.values(SAMPLES).flatMap(([whose, addresses]) => (whose === wanted ? addresses(place) : []));
  return {
    signedIn: [...of("signedIn"), `/services/${deleted}`, "/no-such-page"],
    signedOut: of("signedOut"),
    unset: of("unset"),
    reader: of("signedIn").filter((path) => !path.includes("?")),
  };
}
