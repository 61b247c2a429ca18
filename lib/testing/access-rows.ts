import { randomUUID } from "node:crypto";
import { db } from "../db/client";
import { ADMIN, ANYBODY, EVERYBODY_SIGNED_IN, LEAD, LEADERS, MEMBER, type Row } from "./access";
import { CHECKLIST_ROWS } from "./access-checklists";
import { LAUNCH_ROWS } from "./access-launches";
import { PEOPLE_ROWS } from "./access-people";
import { WAIVER_ROWS } from "./access-waivers";
import type { OperationName } from "./http";

export const person = randomUUID();
export const question = "simultaneous-edits-kept";

/** The least that makes an example portfolio: one invented team. */
export async function somethingInvented() {
  const team = { id: randomUUID(), slug: "invented", name: "Invented", example: true, createdAt: new Date() };
  await db().team.createMany({ data: [team], skipDuplicates: true });
  return {};
}

export const ROWS: Record<OperationName, Row> & Record<string, Row> = {
  setUp: {
    may: ANYBODY,
    token: "any",
    gets: { status: 409, because: "set-up happens once, and everybody here came after it" },
    body: () => ({
      organisation: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR" },
      admin: { name: "Ana", email: "ana@example.com", password: "a sentence is easy" },
    }),
  },
  loadOrganisation: { may: EVERYBODY_SIGNED_IN, token: "read" },
  editOrganisation: { may: ADMIN, token: "manage", body: () => ({ name: "Acme" }) },
  ...PEOPLE_ROWS,
  listTeams: { may: EVERYBODY_SIGNED_IN, token: "read" },
  createTeam: { may: ADMIN, token: "manage", body: () => ({ name: "New" }) },
  loadTeam: { may: EVERYBODY_SIGNED_IN, token: "read" },
  editTeam: { may: LEAD, token: "manage", body: () => ({ description: "words" }) },
  deleteTeam: { may: ADMIN, token: "manage" },
  saveMember: { may: ADMIN, token: "manage", body: () => ({ role: "member" }), params: { person } },
  removeMember: { may: ADMIN, token: "manage", params: { person } },
  listServices: { may: EVERYBODY_SIGNED_IN, token: "read" },
  createService: {
    may: LEAD,
    token: "manage",
    body: ({ team }) => ({ name: "Mailer", team, tier: 2, lifecycle: "planned" }),
  },
  loadService: { may: EVERYBODY_SIGNED_IN, token: "read" },
  editService: { may: MEMBER, token: "manage", body: () => ({ description: "words" }) },
  loadPortfolio: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadCostModel: { may: EVERYBODY_SIGNED_IN, token: "read" },
  saveCostModel: { may: LEADERS, token: "manage", body: () => ({ prices: { data_loss: null } }) },
  previewCostModel: { may: LEADERS, token: "manage", body: () => ({}) },
  listModelVersions: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadChanges: { may: EVERYBODY_SIGNED_IN, token: "read", query: "since=2026-01-01" },
  loadHistory: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadScorecard: { may: EVERYBODY_SIGNED_IN, token: "read" },
  saveAnswer: {
    may: MEMBER,
    token: "answer",
    body: ({ version }) => ({ verdict: "no", reason: "Not yet.", expectedVersion: version }),
    params: { question },
  },
  confirmAnswer: {
    may: MEMBER,
    token: "answer",
    body: ({ version }) => ({ expectedVersion: version }),
    params: { question },
  },
  confirmAnswers: {
    may: MEMBER,
    token: "answer",
    body: ({ version }) => ({ answers: [{ question, expectedVersion: version }] }),
  },
  planGap: { may: MEMBER, token: "answer", body: () => ({ note: "soon" }), params: { question } },
  loadExampleThere: { may: ADMIN, token: "manage", given: somethingInvented },
  loadExample: {
    may: ADMIN,
    token: "manage",
    given: somethingInvented,
    gets: { status: 409, because: "the example is there while anything invented is" },
  },
  removeExample: { may: ADMIN, token: "manage", given: somethingInvented },
  listGaps: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadExposure: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadWhatIf: { may: EVERYBODY_SIGNED_IN, token: "read", body: () => ({ close: [{ question }] }) },
  planGaps: {
    may: MEMBER,
    token: "answer",
    body: ({ service }) => ({ gaps: [{ service, question }], set: { note: "soon" } }),
  },
  ...CHECKLIST_ROWS,
  ...WAIVER_ROWS,
  ...LAUNCH_ROWS,
  search: { may: EVERYBODY_SIGNED_IN, token: "read", query: "q=checkout" },
  listNotifications: { may: EVERYBODY_SIGNED_IN, token: "read" },
  listenEvents: { may: EVERYBODY_SIGNED_IN, token: "read", query: "once=true" },
  listPresence: { may: EVERYBODY_SIGNED_IN, token: "read" },
  tellPresence: {
    may: EVERYBODY_SIGNED_IN,
    token: "answer",
    body: () => ({ tab: randomUUID(), question: null }),
  },
  importBackstage: {
    may: ADMIN,
    token: "manage",
    body: () => ({ yaml: "kind: Group\nmetadata: {name: imported}" }),
  },
  importCsv: { may: ADMIN, token: "manage", body: ({ service }) => ({ csv: `slug\n${service}` }) },
  loadExport: {
    may: EVERYBODY_SIGNED_IN,
    token: "read",
    params: { what: "answers" },
    query: "format=ndjson",
  },
  "raise a tier": { may: MEMBER, token: "manage", operation: "editService", body: () => ({ tier: 1 }) },
  "lower a tier": {
    may: LEAD,
    token: "manage",
    operation: "editService",
    body: () => ({ tier: 4, reason: "less" }),
  },
  "drop a tag": {
    may: LEAD,
    token: "manage",
    operation: "editService",
    body: () => ({ tags: [], reason: "less" }),
  },
  "move to a team that one does not lead": {
    may: ADMIN,
    token: "manage",
    operation: "editService",
    body: ({ third }) => ({ team: third }),
  },
  retire: { may: LEAD, token: "manage", operation: "editService", body: () => ({ lifecycle: "retired" }) },
  "bring back": { may: LEAD, token: "manage", operation: "editService", body: () => ({ lifecycle: "live" }) },
  deleteService: { may: LEAD, token: "manage" },
  "restore to a team that one does not lead": {
    may: ADMIN,
    token: "manage",
    operation: "restoreService",
    body: ({ third }) => ({ team: third }),
  },
  restoreService: { may: LEAD, token: "manage", body: () => ({}) },
};
