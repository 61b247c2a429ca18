import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "../config/env";
import { metrics } from "../config/metrics";
import { requestIdOf } from "../config/request-id";
import { expensivePlaces } from "../db/bulkhead";
import { expensivePool, pool } from "../db/client";
import { AppError } from "../domain/errors";
import { problemResponse } from "./problem";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** The metrics in Prometheus' text format; with METRICS_TOKEN set only for who carries it. */
export async function metricsRoute(request: Request): Promise<Response> {
  const token = env().METRICS_TOKEN;
  const given = request.headers.get("authorization") ?? "";
  if (token && !timingSafeEqual(digest(`Bearer ${token}`), digest(given))) {
    return problemResponse(
      new AppError("not_signed_in", { message: "Send METRICS_TOKEN as Bearer." }),
      requestIdOf(request.headers),
    );
  }
  const { registry, pool: gauge, expensive } = metrics();
  for (const [name, { totalCount, idleCount, waitingCount }] of [
    ["usual", pool()],
    ["expensive", expensivePool()],
  ] as const) {
    gauge.set({ pool: name, state: "total" }, totalCount);
    gauge.set({ pool: name, state: "idle" }, idleCount);
    gauge.set({ pool: name, state: "waiting" }, waitingCount);
  }
  const { taken, waiting } = expensivePlaces();
  expensive.set({ state: "running" }, taken);
  expensive.set({ state: "waiting" }, waiting);
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}
