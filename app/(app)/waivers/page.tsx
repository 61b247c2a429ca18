import type { Metadata } from "next";
import { orFirstPage } from "@/components/addresses/or-first-page";
import { waiversPage } from "@/components/addresses/pages";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { localDay } from "@/components/ui/days";
import { Page } from "@/components/ui/page";
import { WaiverList } from "@/components/waivers/waiver-list";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { loadFilterChoices } from "@/lib/queries/filters/choices";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadWaivers } from "@/lib/queries/waivers/waivers";

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

export const metadata: Metadata = { title: "Waivers" };

/** Which risks are accepted, until when and by whom, and what waits for a decision? */
export default async function WaiversPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await organisationScope("waiver:list");
  const query = waiversPage.read(await searchParams);
  const [page, choices, { timeZone }] = await Promise.all([
    orFirstPage(
      loadWaivers(scope, waiversPage.asked(query), pageNow()),
      query.cursor,
      waiversPage.href(query),
    ),
    loadFilterChoices(await organisationScope("service:list"), { owner: [] }, pageNow()),
    loadOrganisation(await organisationScope("organisation:read")),
  ]);
  const { currency } = page.total;
  return (
    <Page>
      <WaiverList
        page={page}
        query={query}
        choices={choices}
        frame={{
          today: localDay(pageNow(), timeZone),
          timeZone,
          unit: currency === null ? null : { currency },
        }}
      />
      <RefreshOnChange subject={{ types: ["service"] }} since={pageNow().toISOString()} />
    </Page>
  );
}
