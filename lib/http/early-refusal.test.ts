import { beforeAll, describe, expect, it, vi } from "vitest";
import { problem } from "../contracts/organisation";

let refuse: typeof import("./early-refusal").refuseEarly;
beforeAll(async () => {
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for tests, which is long enough");
  ({ refuseEarly: refuse } = await import("./early-refusal"));
});

describe("a request that Next is not shown", () => {
  it.each([
    ["TRACE", "/", 405, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"],
    ["TRACE", "/api/v1/services", 405, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"],
    ["PROPFIND", "/api/nowhere", 405, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"],
    ["PUT", "/api/v1/services?limit=1", 405, "OPTIONS, GET, HEAD, POST"],
    ["GET", "/api/v1/setup", 405, "OPTIONS, POST"],
    ["GET", "/api/v1/people/acceptances", 405, "OPTIONS, POST"],
    ["POST", "/api/health/live", 405, "OPTIONS, GET, HEAD"],
    ["GET", "/api/v1/services/%ff", 400, null],
    ["GET", "/%00", 400, null],
  ])("%s %s: %i, as a problem with the id of the request", async (method, url, status, allow) => {
    const response = refuse(method, url, new Headers({ "x-request-id": "from-the-proxy" }));
    expect(response?.status).toBe(status);
    expect(response?.headers.get("content-type")).toBe("application/problem+json");
    expect(response?.headers.get("x-request-id")).toBe("from-the-proxy");
    expect(response?.headers.get("allow") ?? null).toBe(allow);
    expect(problem.parse(await response?.json())).toMatchObject({ status, requestId: "from-the-proxy" });
  });

  it.each([
    ["DELETE", "/api/v1/services", "This address does not take DELETE; it takes GET and POST."],
    ["GET", "/api/v1/setup", "This address does not take GET; it takes POST."],
    ["TRACE", "/api/v1/services", "No address here takes TRACE."],
  ])("%s %s is told what the address takes", async (method, url, detail) => {
    expect(await refuse(method, url, new Headers())?.json()).toMatchObject({ detail });
  });

  it.each([
    ["GET", "/"],
    ["POST", "/services"],
    ["HEAD", "/api/v1/services"],
    ["OPTIONS", "/api/v1/setup"],
    ["GET", "/api/v1/people/me"],
    ["DELETE", "/api/v1/no-such-thing"],
    ["DELETE", "/api/auth/session"],
  ])("is none of %s %s", (method, url) => {
    expect(refuse(method, url, new Headers())).toBeNull();
  });
});
