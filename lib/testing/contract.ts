import { expect } from "vitest";
import type { Operation } from "../contracts/operation";
import { operations } from "../contracts/operations";
import { type OperationName, send } from "./http";

const TABLE: Record<OperationName, Operation> = operations;

/**
 * Asks for an operation, which has to succeed, and holds the reply against its schema: it is exactly what that says.
 * @param done the names of those that did
 */
export async function askAs(
  name: OperationName,
  request: Parameters<typeof send>[1],
  done: Set<OperationName>,
): Promise<Record<string, unknown>> {
  const reply = await send(name, request);
  const { status, streams } = TABLE[name];
  const result = TABLE[name].result ?? streams?.["application/json"];
  expect(reply.status, `${name}: ${JSON.stringify(reply.body)}`).toBe(status);
  if (result) {
    const parsed = result.safeParse(reply.body);
    expect(parsed.error?.issues ?? [], name).toEqual([]);
    expect(parsed.data).toEqual(reply.body);
  } else expect(reply.body).toBeNull();
  done.add(name);
  return reply.body as Record<string, unknown>;
}
