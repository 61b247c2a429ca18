import type { Metadata } from "next";
import { readHistoryQuery, toHistoryFilters } from "@/components/service/history-query";
import { HistoryView } from "@/components/service/history-view";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow, serviceScope } from "@/lib/auth/page-scope";
import { loadChecklistVersion } from "@/lib/queries/checklists/checklists";
import { loadHistory } from "@/lib/queries/history/history";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeople } from "@/lib/queries/people/people";
import { loadService } from "@/lib/queries/services/service";

interface HistoryPageProps {
  params: Promise<{ service: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The name of the service. */
export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const scope = await serviceScope((await params).service);
  return { title: `History of ${(await loadService(scope, pageNow())).name}` };
}

/** What was answered about a service, by whom, and why? */
export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const scope = await serviceScope((await params).service);
  const service = await loadService(scope, pageNow());
  const query = readHistoryQuery(await searchParams);
  const [history, { timeZone }, { items: people }, { questions }] = await Promise.all([
    loadHistory(scope, toHistoryFilters(query)),
    loadOrganisation(await organisationScope("organisation:read")),
    loadPeople(await organisationScope("person:list")),
    loadChecklistVersion(await organisationScope("checklist:read"), {
      checklist: service.checklist.key,
      version: String(service.checklist.version),
    }),
  ]);
  return (
    <Page>
      <HistoryView
        service={service}
        query={query}
        entries={history.entries}
        nextCursor={history.nextCursor}
        people={people.map(({ id, name }) => ({ id, name }))}
        texts={new Map(questions.map(({ key, text }) => [key, text]))}
        timeZone={timeZone}
      />
    </Page>
  );
}
