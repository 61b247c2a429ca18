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
    /** The connection pools: total, idle, waiting. Filled when it is read. */
    pool: new Gauge({
      name: "plumbline_database_connections",
      help: "Connections by pool, the usual or that of expensive reads, and state",
      labelNames: ["pool", "state"] as const,
      registers,
    }),
    /** Connections that were ended instead of going back to the pool: silent, overdue, unclean. */
    connectionsEnded: new Counter({
      name: "plumbline_database_connections_ended_total",
      help: "Connections ended by us, by reason: silent, overdue, unclean (given back inside a transaction)",
      labelNames: ["why"] as const,
      registers,
    }),
    /** Expensive reads: running, waiting for a place. Filled when it is read. */
    expensive: new Gauge({
      name: "plumbline_expensive_reads",
      help: "Expensive reads that run, and that wait for a place",
      labelNames: ["state"] as const,
      registers,
    }),
    /** Expensive reads that were refused because no place became free. */
    expensiveRefused: new Counter({
      name: "plumbline_expensive_reads_refused_total",
      help: "Expensive reads that found no place in time",
      registers,
    }),
    /** Pages that broke while they were made. */
    pageErrors: new Counter({
      name: "plumbline_page_errors_total",
      help: "Pages that broke, by route template",
      labelNames: ["route"] as const,
      registers,
    }),
    /** Open event streams. */
    eventStreams: new Gauge({
      name: "plumbline_event_streams",
      help: "Open streams of live events",
      registers,
    }),
    /** How changes are learnt, 1 for the way in use: off while nobody listens, listen, poll. */
    listening: new Gauge({
      name: "plumbline_changes_mode",
      help: "How changes are learnt: off, listen or poll",
      labelNames: ["mode"] as const,
      registers,
    }),
    /** Scheduled work, by task and result: how often, how long, and when it last went well. */
    jobs: new Counter({
      name: "plumbline_jobs_total",
      help: "Scheduled work by task and result",
      labelNames: ["task", "result"] as const,
      registers,
    }),
    jobDurations: new Histogram({
      name: "plumbline_job_duration_seconds",
      help: "How long scheduled work took, by task",
      labelNames: ["task"] as const,
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
      registers,
    }),
    jobLastSuccess: new Gauge({
      name: "plumbline_job_last_success_timestamp_seconds",
      help: "When scheduled work last went well in this process, by task",
      labelNames: ["task"] as const,
      registers,
    }),
    /** Services that the last run could not do anything about, by task: each has its line in the log. */
    jobSetAside: new Gauge({
      name: "plumbline_job_set_aside",
      help: "Services that the last run of a task in this process had to set aside",
      labelNames: ["task"] as const,
      registers,
    }),
    /** When the newest automatic backup was made; 0 where there is none. */
    lastBackup: new Gauge({
      name: "plumbline_backup_last_success_timestamp_seconds",
      help: "When the newest automatic backup was made",
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
