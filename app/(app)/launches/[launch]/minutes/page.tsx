import type { Metadata } from "next";
import { cache } from "react";
import { MinutesView } from "@/components/minutes/minutes-view";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { Page } from "@/components/ui/page";
import { launchScope, pageNow } from "@/lib/auth/page-scope";
import { loadMinutesPage } from "@/lib/queries/launches/minutes";

interface MinutesPageProps {
  params: Promise<{ launch: string }>;
}

/** The minutes, once for the title and the page. */
const load = cache(async (id: string) => loadMinutesPage(await launchScope(id), pageNow()));

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

export async function generateMetadata({ params }: MinutesPageProps): Promise<Metadata> {
  return { title: `Minutes · ${(await load((await params).launch)).minutes.title}` };
}

/** What was decided about a launch, by whom, and why? */
export default async function MinutesPage({ params }: MinutesPageProps) {
  const { launch: id } = await params;
  const { minutes, state, services, canCorrect } = await load(id);
  return (
    <Page narrow>
      <MinutesView {...{ id, minutes, canCorrect }} isClosed={state !== "open"} />
      <RefreshOnChange subject={{ services, launches: [id] }} since={pageNow().toISOString()} />
    </Page>
  );
}
