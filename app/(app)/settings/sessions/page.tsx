import type { Metadata } from "next";
import { EndOthers } from "@/components/settings/sessions/end-others";
import { SessionList } from "@/components/settings/sessions/session-list";
import { sessionsSentence } from "@/components/settings/sessions/session-words";
import { Card } from "@/components/ui/card";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Sentence } from "@/components/ui/sentence";
import { organisationScope, pageNow, personScope } from "@/lib/auth/page-scope";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadSessions } from "@/lib/queries/people/sessions";

export const metadata: Metadata = { title: "Sessions" };

/** Where am I signed in? */
export default async function SessionsPage() {
  const [{ timeZone }, { items }] = await Promise.all([
    loadOrganisation(await organisationScope("organisation:read")),
    loadSessions(await personScope("session:list"), { limit: 200 }, pageNow()),
  ]);
  return (
    <>
      <HeadWithActions
        actions={items.length > 1 && <EndOthers person="me" name={null} count={items.length - 1} />}
      >
        <Sentence sub="A session ends after some time without use. If you do not recognise one, end it, then change your password.">
          {sessionsSentence(items, null)}
        </Sentence>
      </HeadWithActions>
      <Card flush>
        <SessionList person="me" sessions={items} timeZone={timeZone} now={pageNow().toISOString()} />
      </Card>
    </>
  );
}
