import type { Instrumentation } from "next";

/** Runs once when the process starts: configuration is checked before the first request, not by it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ start }, { openGate }, { refuseEarly }] = await Promise.all([
    import("./lib/jobs/start"),
    import("./lib/config/incoming"),
    import("./lib/http/early-refusal"),
  ]);
  openGate(refuseEarly);
  await start();
}

/** A page that broke: one log line with the digest that the error page shows, and the id of the request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ log }, { metrics }, { pageIsLater }, { isUnavailable }] = await Promise.all([
    import("./lib/config/log"),
    import("./lib/config/metrics"),
    import("./lib/config/incoming"),
    import("./lib/db/errors"),
  ]);
  metrics().pageErrors.inc({ route: context.routePath });
  const { message, stack, digest } = error as Error & { digest?: string };
  const requestId = request.headers["x-request-id"];
  if (isUnavailable(error)) {
    pageIsLater(request.headers);
    log().warn({ requestId, route: context.routePath, error: message }, "a page could not be made for now");
    return;
  }
  log().error(
    { requestId, digest, route: context.routePath, method: request.method, error: message, stack },
    "a page broke",
  );
};
