import type { Operation } from "../operation";
import { pageFilters } from "../people";
import { asOfFilter } from "../services";
import { memberEdit, team, teamEdit, teamNew, teamStanding } from "../teams";
import { pageOf } from "../text";

/** Teams and their members. */
export const teamsOperations = {
  listTeams: {
    method: "GET",
    path: "/api/v1/teams",
    action: "team:list",
    on: "organisation",
    summary: "Teams with their members, by name, paged by key",
    query: pageFilters,
    status: 200,
    result: pageOf(team),
    refusals: [],
  },
  createTeam: {
    method: "POST",
    path: "/api/v1/teams",
    action: "team:create",
    on: "organisation",
    summary: "Create a team; the server makes its short name",
    body: teamNew,
    status: 201,
    result: team,
    refusals: [],
  },
  loadTeam: {
    method: "GET",
    path: "/api/v1/teams/:team",
    action: "team:read",
    on: "team",
    summary: "One team with where its services stand, now or as of an earlier instant",
    query: asOfFilter,
    status: 200,
    result: teamStanding,
    bulkhead: "past",
    refusals: [],
  },
  editTeam: {
    method: "PATCH",
    path: "/api/v1/teams/:team",
    action: "team:edit",
    on: "team",
    summary: "Change a team's name or description",
    body: teamEdit,
    status: 200,
    result: team,
    refusals: ["conflict"],
  },
  deleteTeam: {
    method: "DELETE",
    path: "/api/v1/teams/:team",
    action: "team:delete",
    on: "team",
    summary: "Delete a team that has no services",
    status: 204,
    refusals: ["refused"],
  },
  saveMember: {
    method: "PUT",
    path: "/api/v1/teams/:team/members/:person",
    action: "team:edit_members",
    on: "team",
    summary: "Make a person lead or member of a team",
    body: memberEdit,
    status: 200,
    result: team,
    refusals: [],
  },
  removeMember: {
    method: "DELETE",
    path: "/api/v1/teams/:team/members/:person",
    action: "team:edit_members",
    on: "team",
    summary: "Take a person off a team",
    status: 204,
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
