import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Operation } from "../contracts/operation";
import type { RouteHandler } from "../http/handle";

const ROOT = fileURLToPath(new URL("../../app", import.meta.url));
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const ROUTE = /(?:^|\/)route\.[cm]?[jt]sx?$/;

/** A route file as Next serves it: its address with `:name` for parameters, and what it exports. */
export interface RouteFile {
  file: string;
  path: string;
  exports: Record<string, unknown>;
}

/** The address under which Next serves a file of app/: route groups do not show, `[name]` and `[[...name]]` become `:name`. */
export function addressOf(name: string): string {
  const parts = name
    .split("/")
    .slice(0, -1)
    .filter((part) => !/^\(\w+\)$/.test(part));
  return `/${parts.join("/").replace(/\[{1,2}([^\]]+)\]{1,2}/g, ":$1")}`;
}

/** Every route file of an app folder, whatever its place and spelling: file below the folder, address. */
export function findRoutes(root = ROOT): { name: string; path: string }[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => ROUTE.test(name))
    .sort()
    .map((name) => ({ name, path: addressOf(name) }));
}

/** Every route file whose address begins with this, imported. */
export async function loadRoutes(below = "/"): Promise<RouteFile[]> {
  const found = findRoutes().filter(({ path }) => path.startsWith(below));
  return Promise.all(
    found.map(async ({ name, path }) => ({
      file: `app/${name}`,
      path,
      exports: (await import(/* @vite-ignore */ `${ROOT}/${name}`)) as Record<string, unknown>,
    })),
  );
}

const isHandler = (value: unknown): value is RouteHandler =>
  typeof value === "function" && "operation" in value;

/**
 * What is wrong between the route files and the table of operations, one sentence each.
 * @param exceptions paths of routes that may do without an operation, each with its reason
 */
export function routeProblems(
  routes: readonly RouteFile[],
  table: Readonly<Record<string, Operation>>,
  exceptions: Readonly<Record<string, string>>,
): string[] {
  const served = new Set<Operation>();
  const known = new Set<Operation>(Object.values(table));
  const problems = routes.flatMap(({ file, path, exports }) =>
    Object.entries(exports)
      .filter(([name]) => METHODS.has(name) && !(path in exceptions))
      .flatMap(([method, handler]) => {
        const at = `${method} in ${file}`;
        if (!isHandler(handler)) return [`${at} is not made by handle()`];
        const { operation } = handler;
        if (!known.has(operation)) return [`${at} serves an operation that is not in the table`];
        if (served.has(operation)) return [`${at} serves an operation that is served already`];
        served.add(operation);
        const right = operation.method === method && operation.path === path;
        return right ? [] : [`${at} should be ${operation.method} ${operation.path}`];
      }),
  );
  const unserved = Object.entries(table).filter(([, operation]) => !served.has(operation));
  const paths = new Set(routes.map((route) => route.path));
  return [
    ...problems,
    ...unserved.map(([name]) => `no route serves ${name}`),
    ...Object.keys(exceptions)
      .filter((path) => !paths.has(path))
      .map((path) => `the exception ${path} is no route`),
  ];
}

/** The handler that serves an operation. @throws RangeError when no route does */
export function handlerOf(routes: readonly RouteFile[], operation: Operation): RouteHandler {
  const handler = routes
    .flatMap((route) => Object.values(route.exports))
    .find((each) => isHandler(each) && each.operation === operation);
  if (!isHandler(handler)) throw new RangeError(`no route serves ${operation.method} ${operation.path}`);
  return handler;
}
