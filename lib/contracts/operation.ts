import type { z } from "zod";
import type { ErrorCode } from "../domain/errors";
import type { PatienceName } from "../domain/patience";
import type { Action } from "../domain/policy";

/** How one entry of the table of operations is written. */
export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below the origin, parameters as `:name`. */
  readonly path: `/api/v1/${string}`;
  /** What the caller must be allowed to do; `public` asks nobody. */
  readonly action: Action | "public";
  /** What the action is done to, and where its name is found; see lib/auth/resources.ts. */
  readonly on:
    | "nothing"
    | "organisation"
    | "service"
    | "service_in_body"
    | "team"
    | "team_in_body"
    | "person"
    | "person_in_query"
    | "oneself"
    | "token"
    | "waiver"
    | "launch"
    | "launch_in_body";
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 204;
  /** The status where nothing was new: its command returns a Repeated. */
  readonly repeated?: 200;
  readonly result?: z.ZodType;
  /** A result that is sent while it is made, in place of `result`: what one piece holds, by media type. Its command returns a Streamed. */
  readonly streams?: Readonly<Record<string, z.ZodType>>;
  /** What a browser does by itself, such as listening: does not count as use of a session. */
  readonly background?: true;
  /** The kind of secret that it takes and that could be guessed: wrong guesses slow down whoever makes them. */
  readonly guarded?: "invitation" | "current_password";
  /** The field of the result that is told once: null in the reply kept for an Idempotency-Key. */
  readonly toldOnce?: string;
  /** Whoever has a copy may ask whether it is still good (If-None-Match); members named here make no difference to that. */
  readonly cacheable?: { readonly aside: readonly string[] };
  /** What to do with more than one request may carry, where there is something to do: stands in its refusal. */
  readonly tooLarge?: string;
  /** How long its transaction may take; the usual where it says nothing. */
  readonly patience?: Exclude<PatienceName, "usual">;
  /**
   * Reads much: it waits for one of the few places that such reads share, and is refused when none is free within 2 s. Always,
   * when it is asked about the past, or as a dry run.
   */
  readonly bulkhead?: "always" | "past" | "dry_run";
  /** Done one at a time in each process: it waits for its turn before it takes a connection. Not as a dry run. */
  readonly inTurn?: true;
  /** Refusals beside those that every operation knows. */
  readonly refusals: readonly ErrorCode[];
}

/** Whether what is asked of an operation has to go through the bulkhead. @param query and body as they were validated */
export function isExpensive({ bulkhead }: Operation, query: object, body?: unknown): boolean {
  if (bulkhead === "past") return "asOf" in query && query.asOf !== undefined;
  if (bulkhead === "dry_run") return (body as { dryRun?: boolean } | undefined)?.dryRun === true;
  return bulkhead === "always";
}

/** A result that is sent while it is being made, in place of JSON. */
export interface Streamed {
  /** One of the operation's media types, with its charset where it has one. */
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array>;
  /** Beside those that every answer carries. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a command returns that found its request done already: sent with the operation's `repeated`. */
export class Repeated<R> {
  constructor(readonly result: R) {}
}

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The path parameters of an operation, by name. */
export type Params<O extends { path: string }> = Readonly<Record<ParamNames<O["path"]>, string>>;
/** The validated body, query and result of an operation; `undefined` where it has none. */
export type Body<O> = O extends { body: infer S extends z.ZodType } ? z.output<S> : undefined;
export type BodyInput<O> = O extends { body: infer S extends z.ZodType } ? z.input<S> : undefined;
export type Query<O> = O extends { query: infer S extends z.ZodType } ? z.output<S> : Record<string, never>;
export type QueryInput<O> = O extends { query: infer S extends z.ZodType } ? z.input<S> : undefined;
export type Result<O> = O extends { streams: Readonly<Record<string, z.ZodType>> }
  ? Streamed
  : O extends { result: infer S extends z.ZodType }
    ? z.output<S> | (O extends { repeated: 200 } ? Repeated<z.output<S>> : never)
    : undefined;
