import type { Operation } from "../operation";
import { waiver, waiverAsk, waiverDecision, waiverFilters, waiverPage, waiverRevocation } from "../waivers";

/** Accepted risks: asked for, decided, taken back (S6, L8). */
export const waiversOperations = {
  listWaivers: {
    method: "GET",
    path: "/api/v1/waivers",
    action: "waiver:list",
    on: "organisation",
    summary: "Waivers and requests for them, of services that are not deleted; totals are of all states",
    query: waiverFilters,
    status: 200,
    result: waiverPage,
    refusals: [],
  },
  askWaiver: {
    method: "POST",
    path: "/api/v1/waivers",
    action: "waiver:ask",
    on: "service_in_body",
    summary:
      "Ask that the risk of a gap be accepted until a day; of one that is accepted already, for longer",
    body: waiverAsk,
    status: 201,
    result: waiver,
    refusals: ["conflict", "gone", "refused"],
  },
  decideWaiver: {
    method: "POST",
    path: "/api/v1/waivers/:waiver/decision",
    action: "waiver:decide",
    on: "waiver",
    summary: "Grant or refuse what somebody else asked for; a grant may end earlier or later than asked",
    body: waiverDecision,
    status: 200,
    result: waiver,
    refusals: ["conflict", "gone", "refused"],
  },
  withdrawWaiver: {
    method: "POST",
    path: "/api/v1/waivers/:waiver/withdrawal",
    action: "waiver:withdraw",
    on: "waiver",
    summary: "Take back a request of one's own that is not decided yet",
    status: 200,
    result: waiver,
    refusals: ["conflict", "gone"],
  },
  revokeWaiver: {
    method: "POST",
    path: "/api/v1/waivers/:waiver/revocation",
    action: "waiver:revoke",
    on: "waiver",
    summary: "End a waiver that is in force",
    body: waiverRevocation,
    status: 200,
    result: waiver,
    refusals: ["conflict", "gone"],
  },
} as const satisfies Record<string, Operation>;
