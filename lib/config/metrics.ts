import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { once } from "./once";

const build = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "plumbline_" });
  const registers = [registry];
  return {
    registry,
    /** Requests by method, route template and status: rate and errors. */
    requests: new Counter({
      name: "plumbline_http_requests_total",
      help: "API requests answered",
      labelNames: ["method", "route", "status"] as const,
      registers,
    }),
    /** How long they took. */
    durations: new Histogram({
      name: "plumbline_http_request_duration_seconds",
      help: "Time from the arrival of an API request to its answer",
      labelNames: ["method", "route"] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    /** The connection pool: total, idle, waiting. Filled when it is read. */
    pool: new Gauge({
      name: "plumbline_database_connections",
      help: "Connections of the pool by state",
      labelNames: ["state"] as const,
      registers,
    }),
    /** Pages that broke while they were made. */
    pageErrors: new Counter({
      name: "plumbline_page_errors_total",
      help: "Pages that broke, by route template",
      labelNames: ["route"] as const,
      registers,
    }),
    /** Failed and throttled sign-ins. */
    signIns: new Counter({
      name: "plumbline_sign_ins_total",
      help: "Attempts to sign in by result",
      labelNames: ["result"] as const,
      registers,
    }),
  };
};

/** The metrics of this process. Routes are labelled by template, never by address. */
export const metrics = () => once("metrics", build);
