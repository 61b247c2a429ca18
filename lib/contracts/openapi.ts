import { z } from "zod";
import { ERROR_STATUS, type ErrorCode } from "../domain/errors";
import { PATIENCE } from "../domain/patience";
import { scopeNeeded } from "../domain/token-scopes";
import type { Operation } from "./operation";
import { operations } from "./operations";

type Json = Record<string, unknown>;
const ALWAYS: readonly ErrorCode[] = [
  "invalid_input",
  "not_signed_in",
  "forbidden",
  "not_found",
  "unavailable",
];
const ref = (id: string) => `#/components/schemas/${id}`;

/** A schema as JSON Schema; named ones by reference. @param io which side of transforms is described */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const id = z.globalRegistry.get(schema)?.id;
  if (id) return { $ref: ref(id) };
  const {
    $schema: _,
    $defs: __,
    ...rest
  } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    reused: "inline",
    unrepresentable: "any",
  }) as Json;
  return inlineNames(rest) as Json;
}

/** Inside an unnamed schema zod refers to named ones by `#/$defs/…`; the document keeps them in one place. */
function inlineNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inlineNames);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "$id" && key !== "$schema" && key !== "id")
      .map(([key, child]) => [
        key,
        key === "$ref" && typeof child === "string"
          ? child.replace("#/$defs/", "#/components/schemas/")
          : inlineNames(child),
      ]),
  );
}

const INPUTS = new Set(
  Object.values(operations).flatMap((each) => ("body" in each ? [idOf(each.body)] : [])),
);
function idOf(schema: z.ZodType): string {
  return z.globalRegistry.get(schema)?.id ?? "";
}

function components(): Json {
  const make = (io: "input" | "output") =>
    z.toJSONSchema(z.globalRegistry, {
      target: "draft-2020-12",
      io,
      uri: ref,
      unrepresentable: "any",
    }).schemas as Record<string, Json>;
  const [output, input] = [make("output"), make("input")];
  return Object.fromEntries(
    Object.keys(output)
      .sort()
      .map((id) => {
        const { $schema: _, $id: __, id: ___, ...schema } = (INPUTS.has(id) ? input[id] : output[id]) ?? {};
        return [id, schema];
      }),
  );
}

const json = (schema: Json, type = "application/json"): Json => ({ content: { [type]: { schema } } });

const streamsOf = (types: NonNullable<Operation["streams"]>): Json => ({
  content: Object.fromEntries(
    Object.entries(types).map(([type, schema]) => [type, { schema: schemaOf(schema, "output") }]),
  ),
});

function parameters(operation: Operation): Json[] {
  const inPath = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const query = operation.query ? schemaOf(operation.query, "input") : {};
  const inQuery = Object.entries((query.properties ?? {}) as Record<string, Json>).map(([name, schema]) => ({
    name,
    in: "query",
    required: ((query.required ?? []) as string[]).includes(name),
    schema,
  }));
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    schema: { type: "string", maxLength: 255 },
  };
  return [...inPath, ...inQuery, ...(operation.method === "POST" ? [key] : [])];
}

/** What is refused before an operation is carried out, by what it sends. */
function atTheDoor({ method, body, guarded }: Operation): ErrorCode[] {
  return [
    ...(guarded ? (["too_many_attempts"] as const) : []),
    ...(method === "GET" ? [] : (["wrong_origin"] as const)),
    ...(body ? (["timed_out", "too_large", "unsupported_media_type"] as const) : []),
    ...(method === "POST" ? (["in_progress", "idempotency_mismatch"] as const) : []),
  ];
}

/** How to identify oneself, where that is not by session or by token as everywhere; the scope that a token needs. */
function security({ action }: Operation): { security?: Json[]; description?: string } {
  if (action === "public") return { security: [] };
  const scope = scopeNeeded(action);
  if (scope === null) return { security: [{ session: [] }], description: "Not by token: only signed in." };
  return { description: `A token needs the scope \`${scope}\`.` };
}

/** What to know before one asks: who may, and that the answer may take its time. */
function remarks(operation: Operation): Json {
  const known = security(operation);
  if (!operation.patience) return known;
  const time = `May take up to ${PATIENCE[operation.patience].timeoutMs / 1_000} s.`;
  return { ...known, description: known.description ? `${known.description} ${time}` : time };
}

function describeOperation(name: string, operation: Operation): Json {
  const codes = new Set<ErrorCode>([...ALWAYS, ...atTheDoor(operation), ...operation.refusals]);
  const problems = [...codes].map((code) => [String(ERROR_STATUS[code]), code] as const);
  const responses: Record<string, Json> = {
    [String(operation.status)]: {
      description: operation.summary,
      ...(operation.result ? json(schemaOf(operation.result, "output")) : {}),
      ...(operation.streams ? streamsOf(operation.streams) : {}),
    },
  };
  if (operation.repeated && operation.result)
    responses[String(operation.repeated)] = {
      description: "It was done already: nothing was written.",
      ...json(schemaOf(operation.result, "output")),
    };
  if (operation.cacheable)
    responses["304"] = { description: "The copy named in If-None-Match is still good." };
  for (const [status, code] of problems) {
    const known = responses[status]?.description;
    responses[status] = {
      description: known ? `${known}, ${code}` : code,
      ...json({ $ref: ref("Problem") }, "application/problem+json"),
    };
  }
  return {
    operationId: name,
    summary: operation.summary,
    ...remarks(operation),
    parameters: parameters(operation),
    ...(operation.body
      ? { requestBody: { required: true, ...json(schemaOf(operation.body, "input")) } }
      : {}),
    responses,
  };
}

/** The OpenAPI 3.1 document, made from the table of operations and the registered schemas. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const path = operation.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(name, operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Plumbline",
      version: "1",
      description: "Readiness of services: people, teams, services, answers, history.",
    },
    servers: [{ url: "/" }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "plumbline.session" },
        token: { type: "http", scheme: "bearer", description: "A personal API token, made in the settings." },
      },
      schemas: components(),
    },
  };
}
