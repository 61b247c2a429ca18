import { z } from "zod";
import { CURSOR_LIMIT, TEXT_LIMITS } from "../domain/text";
import { TOKEN_SCOPES } from "../domain/token-scopes";
import { email, expectedVersion, instant, newPassword, slug, text, version, written } from "./text";

const memberships = z.array(z.strictObject({ team: slug, role: z.enum(["lead", "member"]) }));
const newMemberships = memberships
  .max(50, { error: "Name at most 50 teams." })
  .refine((list) => new Set(list.map((each) => each.team)).size === list.length, {
    error: "A team stands here twice.",
  });
const page = {
  cursor: z.string().max(CURSOR_LIMIT).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
};

/** Filters of the list of people; they narrow each other. */
export const peopleFilters = z.strictObject({
  q: text(200).optional().meta({ description: "Part of a name or an e-mail address." }),
  team: z.array(slug).optional(),
  rights: z.enum(["admin", "executive"]).optional(),
  state: z.enum(["enabled", "disabled"]).optional(),
  cursor: page.cursor,
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});
export type PeopleFilters = z.infer<typeof peopleFilters>;

/** Which page of a list; its order is fixed. */
export const pageFilters = z.strictObject(page);
export type PageFilters = z.infer<typeof pageFilters>;

export const person = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    admin: z.boolean(),
    executive: z.boolean(),
    disabled: z.boolean(),
    example: z.boolean().meta({ description: "Invented by the example portfolio: cannot sign in." }),
    teams: memberships,
    version,
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof person>;
/** Somebody who can be named; `email` where somebody else has the same name, else null. */
export type NamedPerson = Pick<Person, "id" | "name"> & { email: string | null };
/** Somebody who can be chosen. */
export type PersonChoice = NamedPerson & {
  /** Whoever chooses. */
  me: boolean;
  /** Short names of their teams. */
  teams: readonly string[];
};

export const personNew = z
  .strictObject({
    name: written(TEXT_LIMITS.name),
    email,
    password: newPassword,
    admin: z.boolean().optional(),
    executive: z.boolean().optional(),
    teams: newMemberships.optional(),
  })
  .meta({ id: "PersonNew", description: "For scripts; people themselves are better invited." });
export type PersonNew = z.infer<typeof personNew>;

export const personEdit = z
  .strictObject({
    name: written(TEXT_LIMITS.name),
    admin: z.boolean(),
    executive: z.boolean(),
    disabled: z.boolean(),
    expectedVersion,
  })
  .partial()
  .meta({
    id: "PersonEdit",
    description: "Oneself: the name. Admins: everything; the last admin stays one.",
  });
export type PersonEdit = z.infer<typeof personEdit>;

export const passwordChange = z
  .strictObject({ current: z.string().max(1000), next: newPassword })
  .meta({ id: "PasswordChange", description: "Ends all other sessions of the person." });
export type PasswordChange = z.infer<typeof passwordChange>;

export const invitationNew = z
  .strictObject({
    email,
    admin: z.boolean().optional(),
    executive: z.boolean().optional(),
    teams: newMemberships.optional(),
  })
  .meta({ id: "InvitationNew" });
export type InvitationNew = z.infer<typeof invitationNew>;

export const invitation = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    admin: z.boolean(),
    executive: z.boolean(),
    teams: memberships,
    state: z.enum(["open", "accepted", "revoked", "expired"]),
    createdAt: instant,
    createdBy: z.strictObject({ id: z.uuid(), name: z.string() }),
    expiresAt: instant,
    path: z.string().nullable().meta({ description: "Where to accept it; told once, when it is made." }),
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof invitation>;

export const acceptance = z
  .strictObject({
    token: z.string().min(20).max(200),
    name: written(TEXT_LIMITS.name),
    password: newPassword,
  })
  .meta({ id: "Acceptance" });
export type Acceptance = z.infer<typeof acceptance>;
export const accepted = z.strictObject({ person: z.uuid(), email: z.string() }).meta({ id: "Accepted" });

export const session = z
  .strictObject({
    id: z.uuid(),
    createdAt: instant,
    lastSeenAt: instant,
    expiresAt: instant,
    address: z.string(),
    userAgent: z.string(),
    current: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof session>;

/** Whose tokens; one's own when left out. */
export const tokenFilters = z.strictObject({ person: z.string().max(40).optional(), ...page });
export type TokenFilters = z.infer<typeof tokenFilters>;

export const tokenNew = z
  .strictObject({
    name: written(TEXT_LIMITS.name),
    scopes: z
      .array(z.enum(TOKEN_SCOPES))
      .min(1, { error: "Choose at least one scope." })
      .max(TOKEN_SCOPES.length)
      .refine((list) => new Set(list).size === list.length, { error: "A scope stands here twice." }),
    days: z.int().min(1).max(365).meta({ description: "Days until it ends by itself." }),
  })
  .meta({ id: "TokenNew" });
export type TokenNew = z.infer<typeof tokenNew>;

export const token = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.enum(TOKEN_SCOPES)),
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: instant.nullable(),
    endedAt: instant.nullable(),
    secret: z.string().nullable().meta({ description: "The token itself; told once, when it is made." }),
  })
  .meta({ id: "Token" });
export type Token = z.infer<typeof token>;
