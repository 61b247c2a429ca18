import "server-only";

const HERE = "http://plumbline.invalid";

/**
 * Where to go after signing in: a path within this site, as the browser would read it, whatever it was given.
 * @returns path, query and fragment; `/` for anything that leads elsewhere or back to signing in
 */
export function returnPath(to: unknown): string {
  if (typeof to !== "string" || !to.startsWith("/")) return "/";
  try {
    const url = new URL(to, HERE);
    const inside =
      url.origin === HERE && !url.pathname.startsWith("//") && !url.pathname.startsWith("/sign-in");
    return inside ? url.pathname + url.search + url.hash : "/";
  } catch {
    return "/";
  }
}
