import { randomUUID } from "node:crypto";
import { hashPassword } from "../auth/passwords";
import { newSecret, secretHash } from "../auth/secrets";
import { db } from "../db/client";
import { ADMIN, ANYBODY, EVERYBODY_SIGNED_IN, NOBODY, type Row } from "./access";
import { tokenOf } from "./http";

const PASSWORD = "a sentence that only I know";
const hashed = hashPassword(PASSWORD);
const passwords = { current: PASSWORD, next: "another sentence that only I know" };
const anAddress = () => `${randomUUID()}@example.com`;

/** A person whose password is PASSWORD again. */
async function withPassword(id: string) {
  await db().person.update({ where: { id }, data: { passwordHash: await hashed } });
  return id;
}

/** A session beside the one that asks. */
async function aSession(personId: string) {
  const id = randomUUID();
  const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + 3_600_000)];
  const data = { id, personId, createdAt, lastSeenAt: createdAt, expiresAt, userAgent: "", address: "" };
  await db().session.create({ data });
  return id;
}

/** An open invitation, made by an admin who is there. */
async function anInvitation() {
  const { id: createdById } = await db().person.findFirstOrThrow({ where: { admin: true } });
  const [secret, id, createdAt] = [newSecret(), randomUUID(), new Date()];
  const expiresAt = new Date(Date.now() + 3_600_000);
  const data = { id, email: anAddress(), tokenHash: secretHash(secret), createdAt, expiresAt, createdById };
  await db().invitation.create({ data });
  return { id, secret };
}

const of = (person: string, body?: unknown) => ({ params: { person }, body });

/** What the access test knows of people, invitations, sessions and tokens. */
export const PEOPLE_ROWS = {
  listPeople: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadPerson: { may: EVERYBODY_SIGNED_IN, token: "read", given: async (_, other) => of(other) },
  createPerson: {
    may: ADMIN,
    token: "manage",
    given: async () => ({ body: { name: "New", email: anAddress(), password: PASSWORD } }),
  },
  editPerson: { may: ADMIN, token: "manage", given: async (_, other) => of(other, { name: "Another" }) },
  "rename oneself": {
    may: EVERYBODY_SIGNED_IN,
    token: "manage",
    operation: "editPerson",
    given: async (self) => of(self, { name: "Myself" }),
  },
  "change what oneself may": {
    may: ADMIN,
    token: "manage",
    operation: "editPerson",
    given: async (self) => of(self, { executive: false }),
  },
  "change what somebody may": {
    may: ADMIN,
    token: "manage",
    operation: "editPerson",
    given: async (_, other) => of(other, { admin: false, executive: false, disabled: false }),
  },
  changePassword: {
    may: NOBODY,
    token: "never",
    given: async (_, other) => of(await withPassword(other), passwords),
  },
  "change one's own password": {
    may: EVERYBODY_SIGNED_IN,
    token: "never",
    operation: "changePassword",
    given: async (self) => of(await withPassword(self), passwords),
  },
  listSessions: { may: ADMIN, token: "never", given: async (_, other) => of(other) },
  "list one's own sessions": {
    may: EVERYBODY_SIGNED_IN,
    token: "never",
    operation: "listSessions",
    given: async (self) => of(self),
  },
  endSession: {
    may: ADMIN,
    token: "never",
    given: async (_, other) => ({ params: { person: other, session: await aSession(other) } }),
  },
  "end a session of one's own": {
    may: EVERYBODY_SIGNED_IN,
    token: "never",
    operation: "endSession",
    given: async (self) => ({ params: { person: self, session: await aSession(self) } }),
  },
  endSessions: { may: ADMIN, token: "never", given: async (_, other) => of(other) },
  "end one's own other sessions": {
    may: EVERYBODY_SIGNED_IN,
    token: "never",
    operation: "endSessions",
    given: async (self) => of(self),
  },
  listInvitations: { may: ADMIN, token: "read" },
  invitePerson: { may: ADMIN, token: "manage", given: async () => ({ body: { email: anAddress() } }) },
  revokeInvitation: {
    may: ADMIN,
    token: "manage",
    given: async () => ({ params: { invitation: (await anInvitation()).id } }),
  },
  acceptInvitation: {
    may: ANYBODY,
    token: "any",
    given: async () => ({
      body: { token: (await anInvitation()).secret, name: "Newcomer", password: PASSWORD },
    }),
  },
  listTokens: { may: ADMIN, token: "never", given: async (_, other) => ({ query: `person=${other}` }) },
  "list one's own tokens": { may: EVERYBODY_SIGNED_IN, token: "never", operation: "listTokens" },
  createToken: {
    may: EVERYBODY_SIGNED_IN,
    token: "never",
    given: async () => ({ body: { name: "a script", scopes: ["read"], days: 1 } }),
  },
  endToken: {
    may: ADMIN,
    token: "never",
    given: async (_, other) => ({ params: { token: (await tokenOf(other, ["read"])).id } }),
  },
  "end a token of one's own": {
    may: EVERYBODY_SIGNED_IN,
    token: "never",
    operation: "endToken",
    given: async (self) => ({ params: { token: (await tokenOf(self, ["read"])).id } }),
  },
} satisfies Record<string, Row>;
