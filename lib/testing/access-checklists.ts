import { ADMIN, EVERYBODY_SIGNED_IN, type Row } from "./access";
import { aChecklist } from "./checklists";

const published = async () => ({ params: (await aChecklist()).params });
const draft = async () => ({ params: (await aChecklist({ status: "draft" })).params });
const params = { checklist: "production-readiness", version: "1" };

/** Who may do what about checklists: read by everybody, written by admins. */
export const CHECKLIST_ROWS = {
  listChecklists: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadChecklistVersion: { may: EVERYBODY_SIGNED_IN, token: "read", params },
  compareChecklistVersions: { may: EVERYBODY_SIGNED_IN, token: "read", params, query: "with=1" },
  exportChecklistVersion: { may: EVERYBODY_SIGNED_IN, token: "read", params },
  createChecklist: { may: ADMIN, token: "manage", body: () => ({ name: "Mobile apps" }) },
  beginDraft: { may: ADMIN, token: "manage", given: published, body: () => ({}) },
  importDraft: {
    may: ADMIN,
    token: "manage",
    given: published,
    body: () => ({
      document: {
        ...{ format: "plumbline.checklist/1", checklist: "elsewhere", name: "Elsewhere", version: 1 },
        ...{ note: "", questions: [] },
      },
    }),
  },
  saveDraft: {
    may: ADMIN,
    token: "manage",
    given: draft,
    body: () => ({ expectedRevision: 1, questions: [] }),
  },
  discardDraft: { may: ADMIN, token: "manage", given: draft },
  publishDraft: { may: ADMIN, token: "manage", given: draft, body: () => ({ expectedRevision: 1 }) },
  moveServices: {
    may: ADMIN,
    token: "manage",
    given: published,
    body: ({ service }) => ({ to: 1, services: [service], dryRun: true }),
    gets: { status: 200, because: "a dry run writes nothing, and needs the right all the same" },
  },
} satisfies Record<string, Row>;
