import "server-only";
import { expensively } from "../auth/expensive";
import type { Scope } from "../auth/scope";
import { isExpensive } from "../contracts/operation";
import { type Operations, operations } from "../contracts/operations";

/**
 * A read for a page, as the operation of the same name does it: in the bulkhead where the table of operations says so.
 * @param filters what is asked, as the operation takes it
 */
export const readForPage = <T>(
  { viewer }: Scope,
  name: keyof Operations,
  filters: object,
  read: () => Promise<T>,
): Promise<T> =>
  isExpensive(operations[name], filters) ? expensively(viewer, [name, filters], read) : read();
