import { requestIdOf } from "@/lib/config/request-id";
import { AppError } from "@/lib/domain/errors";
import { problemResponse } from "@/lib/http/problem";

/** An address that the API does not have → 404. */
function nowhere(request: Request): Response {
  const message = "The API has no such address; /api/v1/openapi.json lists them all.";
  return problemResponse(new AppError("not_found", { message }), requestIdOf(request.headers));
}

export {
  nowhere as DELETE,
  nowhere as GET,
  nowhere as OPTIONS,
  nowhere as PATCH,
  nowhere as POST,
  nowhere as PUT,
};
