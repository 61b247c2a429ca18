import type { Metadata } from "next";
import { NewToken } from "@/components/settings/tokens/new-token";
import { TokenList } from "@/components/settings/tokens/token-list";
import { tokensSentence } from "@/components/settings/tokens/token-words";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Sentence } from "@/components/ui/sentence";
import { organisationScope, pageNow, personScope } from "@/lib/auth/page-scope";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadTokens } from "@/lib/queries/tokens/tokens";

export const metadata: Metadata = { title: "API tokens" };

/** Which scripts act in my name, and until when? */
export default async function TokensPage() {
  const [{ timeZone }, { items }] = await Promise.all([
    loadOrganisation(await organisationScope("organisation:read")),
    loadTokens(await personScope("token:list"), { limit: 200 }),
  ]);
  const now = pageNow().toISOString();
  return (
    <>
      <HeadWithActions actions={<NewToken timeZone={timeZone} now={now} />}>
        <Sentence sub="A script with a token acts as you and can never do more than you. Tokens cannot make tokens, end sessions or change passwords.">
          {tokensSentence(items, now, timeZone)}
        </Sentence>
      </HeadWithActions>
      <Card flush>
        {items.length > 0 ? (
          <TokenList tokens={items} timeZone={timeZone} now={now} />
        ) : (
          <EmptyState title="Everything on these pages can be scripted.">
            Make a token to read services and answers from your own tools, to answer from a pipeline, or to
            keep teams in step with another system. Every call is described at{" "}
            <a href="/api/v1/openapi.json" className="link">
              /api/v1/openapi.json
            </a>
            .
          </EmptyState>
        )}
      </Card>
    </>
  );
}
