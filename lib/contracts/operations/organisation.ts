import type { Operation } from "../operation";
import { organisation, organisationEdit, setup, setupDone } from "../organisation";

/** The organisation. */
export const organisationOperations = {
  setUp: {
    method: "POST",
    path: "/api/v1/setup",
    action: "public",
    on: "nothing",
    summary: "Set up the organisation and its first admin; works once",
    body: setup,
    status: 201,
    result: setupDone,
    refusals: ["already_set_up"],
  },
  loadOrganisation: {
    method: "GET",
    path: "/api/v1/organisation",
    action: "organisation:read",
    on: "organisation",
    summary: "The organisation",
    status: 200,
    result: organisation,
    refusals: [],
  },
  editOrganisation: {
    method: "PATCH",
    path: "/api/v1/organisation",
    action: "organisation:edit",
    on: "organisation",
    summary: "Change name, time zone or currency",
    body: organisationEdit,
    status: 200,
    result: organisation,
    refusals: ["conflict"],
  },
} as const satisfies Record<string, Operation>;
