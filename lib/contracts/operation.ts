import type { z } from "zod";
import type { ErrorCode } from "../domain/errors";
import type { Action } from "../domain/policy";

/** How one entry of the table of operations is written. */
export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below the origin, parameters as `:name`. */
  readonly path: `/api/v1/${string}`;
  /** What the caller must be allowed to do; `public` asks nobody. */
  readonly action: Action | "public";
  /** What the action is done to, and where its name is found; see lib/auth/resources.ts. */
  readonly on: "nothing" | "organisation" | "service" | "team" | "team_in_body";
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 204;
  readonly result?: z.ZodType;
  /** Refusals beside those that every operation knows. */
  readonly refusals: readonly ErrorCode[];
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
export type Result<O> = O extends { result: infer S extends z.ZodType } ? z.output<S> : undefined;
