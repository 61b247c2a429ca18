import type { Metadata } from "next";
import { cache } from "react";
import { historyPage } from "@/components/addresses/pages";
import { HistoryView } from "@/components/service/history-view";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow, serviceScope } from "@/lib/auth/page-scope";
import { loadChecklistVersion } from "@/lib/queries/checklists/checklists";
import { loadHistory } from "@/lib/queries/history/history";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { CHOICE, loadPeople } from "@/lib/queries/people/people";
import { loadService } from "@/lib/queries/services/service";

interface HistoryPageProps {
  params: Promise<{ service: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Entries of one page. */
const PAGE = 50;

/** Once for the title and the page. */
const load = cache(async (slug: string) => {
  const scope = await serviceScope(slug);
  return { scope, service: await loadService(scope, pageNow()) };
});

/** The name of the service. */
export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  return { title: `History of ${(await load((await params).service)).service.name}` };
}

/** What was answered about a service, by whom, and why? */
export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const { scope, service } = await load((await params).service);
  const query = historyPage.read(await searchParams);
  const [history, { timeZone }, { items: people }, { questions }] = await Promise.all([
    loadHistory(scope, { limit: PAGE, ...historyPage.asked(query) }, pageNow()),
    loadOrganisation(await organisationScope("organisation:read")),
    loadPeople(await organisationScope("person:list"), { limit: CHOICE }),
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
        waivers={history.waivers}
        nextCursor={history.nextCursor}
        people={people.map(({ id, name }) => ({ id, name }))}
        titles={new Map(questions.map(({ key, title }) => [key, title]))}
        timeZone={timeZone}
      />
    </Page>
  );
}
