import { answersOperations } from "./operations/answers";
import { checklistsOperations } from "./operations/checklists";
import { costModelOperations } from "./operations/cost-model";
import { eventsOperations } from "./operations/events";
import { exampleOperations } from "./operations/example";
import { exportsOperations } from "./operations/exports";
import { exposureOperations } from "./operations/exposure";
import { gapsOperations } from "./operations/gaps";
import { importOperations } from "./operations/import";
import { invitationsOperations } from "./operations/invitations";
import { launchesOperations } from "./operations/launches";
import { notificationsOperations } from "./operations/notifications";
import { organisationOperations } from "./operations/organisation";
import { peopleOperations } from "./operations/people";
import { portfolioOperations } from "./operations/portfolio";
import { searchOperations } from "./operations/search";
import { servicesOperations } from "./operations/services";
import { teamsOperations } from "./operations/teams";
import { tokensOperations } from "./operations/tokens";
import { waiversOperations } from "./operations/waivers";

/**
 * Every operation of the API: the one table from which the routes, the browser's client, the OpenAPI document and
 * the access test are made. An operation without an action does not compile.
 */
export const operations = {
  ...organisationOperations,
  ...peopleOperations,
  ...invitationsOperations,
  ...tokensOperations,
  ...teamsOperations,
  ...servicesOperations,
  ...answersOperations,
  ...gapsOperations,
  ...waiversOperations,
  ...checklistsOperations,
  ...portfolioOperations,
  ...launchesOperations,
  ...notificationsOperations,
  ...searchOperations,
  ...costModelOperations,
  ...exposureOperations,
  ...eventsOperations,
  ...exampleOperations,
  ...importOperations,
  ...exportsOperations,
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
