/** A handler that returns a constant. */
export const GET = () => Response.json({ status: "ok" });
export const dynamic = "force-dynamic";
