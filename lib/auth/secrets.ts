import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits to hand out once, as URL-safe text. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** The stored form of a secret of 256 random bits: SHA-256, since there is nothing to guess. */
export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** By which people, and scanners for leaked secrets, know a token of ours. */
export const TOKEN_PREFIX = "plb_";
