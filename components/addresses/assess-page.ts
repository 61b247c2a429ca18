import { oneOf, pageAddress, type Query } from "@/lib/domain/page-address";

/** Which questions are shown where a service is assessed; "" for all of them. */
const ASSESS = { show: oneOf(["open", "stale", "mine"]) };
export type AssessQuery = Query<typeof ASSESS>;
export const assessPage = pageAddress("", ASSESS);
