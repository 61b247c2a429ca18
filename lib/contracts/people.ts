import { z } from "zod";
import { TEXT_LIMITS } from "../domain/text";
import { TOKEN_SCOPES } from "../domain/token-scopes";
import { email, expectedVersion, instant, newPassword, slug, version, written } from "./text";

const memberships = z.array(z.strictObject({ team: slug, role: z.enum(["lead", "member"]) })).max(50);

export const person = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    admin: z.boolean(),
    executive: z.boolean(),
    disabled: z.boolean(),
    teams: memberships,
    version,
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof person>;

export const personNew = z
  .strictObject({
    name: written(TEXT_LIMITS.name),
    email,
    password: newPassword,
    admin: z.boolean().optional(),
    executive: z.boolean().optional(),
    teams: memberships.optional(),
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
    teams: memberships.optional(),
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

export const tokenNew = z
  .strictObject({
    name: written(TEXT_LIMITS.name),
    scopes: z
      .array(z.enum(TOKEN_SCOPES))
      .min(1, { error: "Choose at least one scope." })
      .max(TOKEN_SCOPES.length),
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
