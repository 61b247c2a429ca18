import type { Metadata } from "next";
import { orFirstPage } from "@/components/addresses/or-first-page";
import { waitingPage } from "@/components/addresses/pages";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { NotificationList } from "@/components/notifications/notification-list";
import { waitingSentence } from "@/components/notifications/notification-words";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { dayOf } from "@/lib/domain/as-of";
import { NOTIFIED_BY } from "@/lib/domain/notifications";
import type { SearchParams } from "@/lib/domain/page-address";
import { loadNotifications } from "@/lib/queries/notifications/notifications";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

export const metadata: Metadata = { title: "Waiting for you" };

const WHAT_COMES_HERE =
  "Sign-offs that you are named for, waivers that you decide, conditions and fixes of yours, launches that you facilitate: they come here by themselves, and leave when they are done.";

/** What waits for me? */
export default async function WaitingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const scope = await organisationScope("notification:list");
  const query = waitingPage.read(await searchParams);
  const { timeZone } = await loadOrganisation(await organisationScope("organisation:read"));
  const first = waitingPage.href(query);
  const page = await orFirstPage(
    loadNotifications(scope, waitingPage.asked(query), pageNow()),
    query.cursor,
    first,
  );
  const next = page.nextCursor === null ? null : waitingPage.href(query, { cursor: page.nextCursor });
  return (
    <Page narrow>
      <div className="mb-4.5">
        <LinkedSentence words={waitingSentence(page)} sub={WHAT_COMES_HERE} />
      </div>
      {page.items.length > 0 && (
        <Card flush>
          <NotificationList items={page.items} today={dayOf(pageNow(), timeZone)} />
        </Card>
      )}
      <Pager
        label="More that waits"
        className="mt-3.5"
        next={next}
        first={query.cursor === "" ? null : first}
      />
      <RefreshOnChange subject={{ types: NOTIFIED_BY }} since={pageNow().toISOString()} />
    </Page>
  );
}
