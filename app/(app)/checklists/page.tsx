import type { Metadata } from "next";
import { ChecklistCard } from "@/components/checklist/checklist-card";
import { ImportChecklist } from "@/components/checklist/import-checklist";
import { checklistsSentence } from "@/components/checklist/list-sentence";
import { NewChecklist } from "@/components/checklist/new-checklist";
import { Words } from "@/components/checklist/words";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { EmptyState } from "@/components/ui/empty-state";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Page } from "@/components/ui/page";
import { organisationScope } from "@/lib/auth/page-scope";
import { can } from "@/lib/domain/policy";
import { loadChecklists } from "@/lib/queries/checklists/checklists";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";

export const metadata: Metadata = { title: "Checklists" };

/** What do we ask of services, and what do the words mean? */
export default async function ChecklistsPage() {
  const scope = await organisationScope("checklist:list");
  const [{ items }, { timeZone }] = await Promise.all([
    loadChecklists(scope),
    loadOrganisation(await organisationScope("organisation:read")),
  ]);
  const mayCreate = can(scope.viewer.actor, "checklist:create", { teamId: null });
  return (
    <Page>
      <HeadWithActions
        className=""
        actions={
          mayCreate && (
            <>
              <NewChecklist checklists={items} />
              <ImportChecklist />
            </>
          )
        }
      >
        <LinkedSentence
          words={checklistsSentence(items)}
          sub={`A service keeps its version until somebody moves it, so its score never changes because a question did.${mayCreate ? "" : " Admins change what is asked; everybody reads it."}`}
        />
      </HeadWithActions>
      <div className="mt-5 grid gap-4.5">
        {items.map((checklist) => (
          <ChecklistCard
            key={checklist.checklist}
            checklist={checklist}
            timeZone={timeZone}
            mayEdit={mayCreate}
          />
        ))}
        {items.length === 0 && (
          <EmptyState title="Nothing is asked yet.">
            The default checklist arrives with the first start. If it is not here, tell whoever runs
            Plumbline.
          </EmptyState>
        )}
      </div>
      <Words />
    </Page>
  );
}
