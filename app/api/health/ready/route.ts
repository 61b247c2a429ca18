import { readiness } from "@/lib/http/health";

/** Whether traffic should come here → 200 · 503. */
export const GET = (): Promise<Response> => readiness();
