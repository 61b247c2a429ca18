import { metricsRoute } from "@/lib/http/metrics-route";

/** Metrics for Prometheus. */
export const GET = (request: Request): Promise<Response> => metricsRoute(request);
