import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ERROR_STATUS } from "../domain/errors";
import { openApiDocument } from "./openapi";
import type { Operation } from "./operation";
import { operations } from "./operations";

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: Record<string, unknown>;
}
/** Whether an address may leave a parameter out. */
const isOptional = (query: unknown, name: string): boolean =>
  query instanceof z.ZodObject && query.shape[name] instanceof z.ZodOptional;

interface Described {
  operationId: string;
  summary: string;
  description?: string;
  security?: unknown[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<
    string,
    { description: string; content?: Record<string, { schema: Record<string, unknown> }> }
  >;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Record<string, unknown>>; securitySchemes: Record<string, unknown> };
}

/** As a reader gets it: what JSON cannot carry is not there. */
const text = JSON.stringify(openApiDocument());
const document = JSON.parse(text) as Document;
const table = Object.entries<Operation>(operations);
const described = (operation: Operation): Described | undefined =>
  document.paths[operation.path.replace(/:(\w+)/g, "{$1}")]?.[operation.method.toLowerCase()];
const all = Object.values(document.paths).flatMap((methods) => Object.values(methods));

/** Every key with its value, anywhere in the document. */
function* walk(value: unknown, at = "#"): Generator<[string, unknown, string]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield [key, child, `${at}/${key}`];
    yield* walk(child, `${at}/${key}`);
  }
}
const at = (ref: string): unknown =>
  ref
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);

describe("the OpenAPI document", () => {
  it("is 3.1, says how to sign in, and where it is served", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: "Plumbline", version: expect.any(String) });
    expect(document.servers).toEqual([{ url: "/" }]);
    for (const scheme of document.security.flatMap((each) => Object.keys(each)))
      expect(document.components.securitySchemes).toHaveProperty(scheme);
  });

  it("describes every operation of the table, and nothing else", () => {
    expect(all.map((each) => each.operationId).sort()).toEqual(table.map(([name]) => name).sort());
    expect(new Set(all.map((each) => each.operationId)).size).toBe(all.length);
    for (const [name, operation] of table)
      expect(described(operation)).toMatchObject({ operationId: name, summary: operation.summary });
  });

  it("has every reference resolve, and no name that only zod understands", () => {
    const refs = [...walk(document)].filter(([key]) => key === "$ref").map(([, value]) => String(value));
    expect(refs.length).toBeGreaterThan(50);
    expect(refs.filter((ref) => !ref.startsWith("#/components/schemas/") || at(ref) === undefined)).toEqual(
      [],
    );
    const strange = [...walk(document)].filter(([key]) =>
      ["$defs", "$id", "$schema", "definitions"].includes(key),
    );
    expect(strange.map(([, , path]) => path)).toEqual([]);
    expect([...walk(document)].filter(([, value]) => value === null).map(([, , path]) => path)).toEqual([]);
  });

  it("gives every field a type, tags included", () => {
    const says = ["type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const", "description"];
    const untyped = [...walk(document)].filter(
      ([key, value, path]) =>
        (key === "items" || /\/properties\/[^/]+$/.test(path)) &&
        typeof value === "object" &&
        !says.some((word) => word in (value as object)),
    );
    expect(untyped.map(([, , path]) => path)).toEqual([]);
  });

  it("bounds every whole number that may be sent by what a column holds", () => {
    const sent = all.flatMap((each) => [
      ...each.parameters.map(({ schema }) => schema),
      ...Object.values(each.requestBody?.content ?? {}).map(({ schema }) => schema),
    ]);
    const names = new Set<string>();
    const collect = (value: unknown) => {
      for (const [key, ref] of walk(value)) {
        if (key !== "$ref" || names.has(String(ref))) continue;
        names.add(String(ref));
        collect(at(String(ref)));
      }
    };
    collect(sent);
    const numbers = [
      ...walk({ sent, named: Object.fromEntries([...names].map((ref) => [ref, at(ref)])) }),
    ].filter(([, value]) => (value as { type?: unknown } | null)?.type === "integer");
    expect(numbers.length).toBeGreaterThan(20);
    const tooLarge = numbers.filter(
      ([, value]) => !((value as { maximum: number }).maximum <= 2_147_483_647),
    );
    expect(tooLarge.map(([, , path]) => path)).toEqual([]);
  });

  it("uses every schema that it names", () => {
    const used = new Set(
      [...walk(document)].filter(([key]) => key === "$ref").map(([, value]) => String(value)),
    );
    const unused = Object.keys(document.components.schemas).filter(
      (name) => !used.has(`#/components/schemas/${name}`),
    );
    expect(unused).toEqual([]);
  });

  it.each(table)("%s declares its parameters, body and responses", (_, operation) => {
    const it = described(operation) as Described;
    const inPath = it.parameters.filter((each) => each.in === "path");
    expect(inPath.map((each) => each.name)).toEqual(
      [...operation.path.matchAll(/:(\w+)/g)].map((each) => each[1]),
    );
    expect(inPath.every((each) => each.required)).toBe(true);
    const query = operation.query instanceof z.ZodObject ? Object.keys(operation.query.shape) : [];
    const inQuery = it.parameters.filter((each) => each.in === "query");
    expect(inQuery.map((each) => each.name).sort()).toEqual(query.sort());
    const needed = query.filter((name) => !isOptional(operation.query, name));
    expect(inQuery.filter((each) => each.required).map((each) => each.name)).toEqual(needed);
    const inHeader = it.parameters.filter((each) => each.in === "header").map((each) => each.name);
    expect(inHeader).toEqual(operation.method === "POST" ? ["Idempotency-Key"] : []);
    for (const parameter of it.parameters) expect(parameter.schema).not.toEqual({});
    expect(it.requestBody !== undefined).toBe(operation.body !== undefined);
    if (it.requestBody) expect(it.requestBody.content["application/json"]?.schema).toHaveProperty("$ref");
    const signedInOnly =
      /^(?:token|session):|^person:(?:edit_self|reauthenticate)$|^waiver:(?:decide|revoke)$/.test(
        operation.action,
      ) ||
      (/^launch:/.test(operation.action) && !/:(?:list|read|create|edit|note)$/.test(operation.action));
    const security = operation.action === "public" ? [] : signedInOnly ? [{ session: [] }] : undefined;
    expect(it.security).toEqual(security);
    if (security === undefined) expect(it.description).toMatch(/`(?:read|answer|manage)`/);
  });

  it.each(table)(
    "%s documents its success with a schema or as 204, and each refusal as a Problem",
    (_, operation) => {
      const { responses } = described(operation) as Described;
      const success = responses[operation.status];
      if (operation.status === 204) expect(success?.content).toBeUndefined();
      else {
        expect(Object.keys(success?.content ?? {})).toEqual(
          Object.keys(operation.streams ?? { "application/json": 0 }),
        );
        for (const { schema } of Object.values(success?.content ?? {})) expect(schema).not.toEqual({});
      }
      expect((operation.result ?? operation.streams) !== undefined).toBe(operation.status !== 204);
      const codes = [...operation.refusals, "invalid_input", "unavailable"] as const;
      for (const code of codes) {
        const response = responses[ERROR_STATUS[code]];
        expect(response?.description.split(", ")).toContain(code);
        expect(response?.content).toEqual({
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        });
      }
      for (const [status, response] of Object.entries(responses)) {
        expect(status).toMatch(/^[1-5]\d\d$/);
        expect(response.description).not.toBe("");
      }
    },
  );

  it.each(table.filter(([, operation]) => operation.method !== "GET"))(
    "%s, which changes something, documents what the door refuses: origin, size, type",
    (_, operation) => {
      const { responses } = described(operation) as Described;
      expect(responses[403]?.description).toContain("wrong_origin");
      if (!operation.body) return;
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(["413", "415"]));
    },
  );

  it.each(table.filter(([, operation]) => operation.method === "POST"))(
    "%s documents what an Idempotency-Key can come to: 409 in_progress, 422 idempotency_mismatch",
    (_, operation) => {
      const { responses } = described(operation) as Described;
      expect(responses[409]?.description).toContain("in_progress");
      expect(responses[422]?.description).toContain("idempotency_mismatch");
    },
  );

  it("keeps what each side may write: inputs have no server-made fields, objects are closed", () => {
    const { schemas } = document.components;
    expect(Object.keys(schemas.ServiceNew?.properties ?? {})).not.toContain("slug");
    expect(schemas.ServiceNew).toMatchObject({
      type: "object",
      additionalProperties: false,
      required: ["name", "team", "tier", "lifecycle"],
      properties: { name: { minLength: 1, maxLength: 120 }, tier: { $ref: "#/components/schemas/Tier" } },
    });
    expect(schemas.Service).toMatchObject({ additionalProperties: false });
    expect(schemas.Problem).toMatchObject({
      required: expect.arrayContaining(["code", "status", "requestId"]),
    });
  });

  it("names of paths are never two for one: no path differs from another in its parameters alone", () => {
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{\w+\}/g, "{}"));
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});
