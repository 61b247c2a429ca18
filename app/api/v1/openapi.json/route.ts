import { openApiDocument } from "@/lib/contracts/openapi";

/** The OpenAPI 3.1 document of this API. */
export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { "cache-control": "no-cache" } });
}
