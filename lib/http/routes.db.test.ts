import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "../contracts/operation";
import { operations } from "../contracts/operations";
import { addressOf, findRoutes, loadRoutes, type RouteFile, routeProblems } from "../testing/routes";
import { methodsAt } from "./early-refusal";
import { handle } from "./handle";

/** Routes that are not operations of the table, and why. */
const EXCEPTIONS = {
  "/api/auth/:...nextauth":
    "next-auth's own routes: signing in and out asks nobody for rights; lib/auth tests it",
  "/api/health/live": "asked by whoever runs us; says that the process answers, nothing else",
  "/api/health/ready": "asked by load balancers, which have no session; says nothing of the data",
  "/api/metrics": "read by Prometheus, which has no session; lib/http/metrics-route decides who may",
  "/api/v1/openapi.json": "the description of the others; public",
  "/api/:...rest": "every other address: 404",
};

describe("the route files and the table of operations", () => {
  let routes: RouteFile[];
  beforeAll(async () => {
    routes = await loadRoutes();
  });

  it("agree: every route serves its operation, every operation has its route", () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(routeProblems(routes, operations, EXCEPTIONS)).toEqual([]);
  });

  it("are known at the door: it lets in each method that a route serves, and no other", () => {
    const ofTheirOwn = /^\/api\/(?:auth\/)?:\.\.\./;
    const served = routes.filter(({ path }) => path.startsWith("/api/") && !ofTheirOwn.test(path));
    for (const { path, exports } of served) {
      const methods = Object.keys(exports).filter((name) => /^[A-Z]+$/.test(name));
      const implied = ["OPTIONS", ...(methods.includes("GET") ? ["HEAD"] : [])];
      expect([...(methodsAt(path.replace(/:\w+/g, "x")) ?? [])].sort()).toEqual(
        [...methods, ...implied].sort(),
      );
    }
  });

  it("are looked for in all of app/: one anywhere, however spelt, is found", () => {
    const root = mkdtempSync(join(tmpdir(), "plumbline-routes-"));
    const names = ["(app)/x/route.ts", "api/foo/[id]/route.js", "api/v1/bar/route.tsx", "y/route.mts"];
    for (const name of [...names, "(app)/x/page.tsx", "x/my-route.ts", "x/route.test.ts"]) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), "");
    }
    const found = findRoutes(root);
    rmSync(root, { recursive: true });
    expect(found).toEqual([
      { name: "(app)/x/route.ts", path: "/x" },
      { name: "api/foo/[id]/route.js", path: "/api/foo/:id" },
      { name: "api/v1/bar/route.tsx", path: "/api/v1/bar" },
      { name: "y/route.mts", path: "/y" },
    ]);
  });

  it.each([
    "app/api/foo/route.ts",
    "app/(app)/x/route.ts",
    "app/api/health/route.ts",
    "app/api/v1/y/route.ts",
  ])("a new %s that is no operation is seen", (file) => {
    const route = {
      file,
      path: addressOf(file.slice("app/".length)),
      exports: { GET: Response.json },
    };
    expect(routeProblems([...routes, route], operations, EXCEPTIONS)).toEqual([
      `GET in ${file} is not made by handle()`,
    ]);
  });

  const stray: Operation = { ...operations.loadService };
  const handler = (operation: Operation) => handle(operation, async () => undefined as never);
  it.each<[string, Partial<RouteFile>, string]>([
    ["an operation that is not in the table", { exports: { GET: handler(stray) } }, "is not in the table"],
    ["a handler of its own making", { exports: { POST: Response.json } }, "is not made by handle()"],
    [
      "an operation at another path",
      { exports: { GET: handler(operations.loadService) } },
      "served already|should be",
    ],
  ])("a route that serves %s is seen", (_, fake, problem) => {
    const route = { file: "app/api/v1/fake/route.ts", path: "/api/v1/fake", exports: {}, ...fake };
    const problems = routeProblems([...routes, route], operations, EXCEPTIONS);
    expect(problems).toEqual([expect.stringMatching(new RegExp(problem))]);
  });

  it("an operation without a route, at the wrong path or by the wrong method is seen", () => {
    const table = { lost: stray };
    expect(routeProblems([], table, {})).toEqual(["no route serves lost"]);
    const at = { file: "f", path: "/api/v1/elsewhere", exports: { GET: handler(stray) } };
    expect(routeProblems([at], table, {})).toEqual(["GET in f should be GET /api/v1/services/:service"]);
    const by = { ...at, path: stray.path, exports: { POST: handler(stray) } };
    expect(routeProblems([by], table, {})).toEqual(["POST in f should be GET /api/v1/services/:service"]);
  });
});
