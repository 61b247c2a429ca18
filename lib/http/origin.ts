import "server-only";
import { env } from "../config/env";
import { AppError } from "../domain/errors";

/**
 * Refuses a state-changing request that another site may have sent: `Origin` must be PLUMBLINE_URL, or the Host when
 * that is not set. Without Origin only a request without our cookie passes.
 * @throws AppError wrong_origin
 */
export function checkOrigin(request: Request, hasCookie: boolean): void {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
  const origin = request.headers.get("origin");
  if (origin === null) {
    if (!hasCookie) return;
    throw new AppError("wrong_origin", {
      message: "A request with a session cookie must carry an Origin header.",
    });
  }
  const own = env().PLUMBLINE_URL;
  if (own ? origin === own : hostOf(origin) === request.headers.get("host")?.toLowerCase()) return;
  throw new AppError("wrong_origin", {
    message: "This request came from another site, so it was not carried out.",
  });
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
