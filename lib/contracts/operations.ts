import { answersOperations } from "./operations/answers";
import { checklistsOperations } from "./operations/checklists";
import { organisationOperations } from "./operations/organisation";
import { servicesOperations } from "./operations/services";
import { teamsOperations } from "./operations/teams";

/**
 * Every operation of the API: the one table from which the routes, the browser's client, the OpenAPI document and
 * the access test are made. An operation without an action does not compile.
 */
export const operations = {
  ...organisationOperations,
  ...teamsOperations,
  ...servicesOperations,
  ...answersOperations,
  ...checklistsOperations,
} as const;

export type Operations = typeof operations;
/** `PUT /api/v1/…`: how the browser names an operation without loading this table. */
export type OperationKey = {
  [N in keyof Operations]: `${Operations[N]["method"]} ${Operations[N]["path"]}`;
}[keyof Operations];
export type OperationOf<K extends OperationKey> = Extract<
  {
    [N in keyof Operations]: Operations[N] & { key: `${Operations[N]["method"]} ${Operations[N]["path"]}` };
  }[keyof Operations],
  { key: K }
>;
