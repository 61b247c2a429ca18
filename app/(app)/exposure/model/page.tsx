import type { Metadata } from "next";
import { HistoryCard } from "@/components/cost-model/history-card";
import { ModelFacts } from "@/components/cost-model/model-facts";
import { ModelForm } from "@/components/cost-model/model-form";
import { modelSentence } from "@/components/cost-model/model-sentence";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Sentence } from "@/components/ui/sentence";
import { organisationScope } from "@/lib/auth/page-scope";
import type { SearchParams } from "@/lib/domain/page-address";
import { loadCostModel } from "@/lib/queries/cost-model/cost-model";
import { loadRatedQuestions } from "@/lib/queries/cost-model/rated-questions";
import { loadModelVersions } from "@/lib/queries/cost-model/versions";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";

export const metadata: Metadata = { title: "Prices and rates" };

/** What turns gaps into incidents, and incidents into money? */
export default async function ModelPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const before = (await searchParams).before;
  const cursor = typeof before === "string" && /^[1-9]\d{0,8}$/.test(before) ? before : undefined;
  const scope = await organisationScope("model:read");
  const [model, versions, questions, { timeZone }] = await Promise.all([
    loadCostModel(scope),
    loadModelVersions(scope, { limit: 20, ...(cursor ? { cursor } : {}) }),
    loadRatedQuestions(scope),
    loadOrganisation(await organisationScope("organisation:read")),
  ]);
  const nameOf = (key: string) => questions.find((question) => question.key === key)?.title ?? key;
  return (
    <Page>
      <PageHeader title="Prices and rates" trail={[{ href: "/exposure", label: "Exposure" }]} />
      <div className="mb-4.5">
        <Sentence
          as="p"
          sub="Incidents come from rates, money from prices and weights. All of them are assumptions, and yours to set; figures of days before a change stay as they were."
        >
          {modelSentence(model)}
        </Sentence>
      </div>
      <div className="grid gap-4.5">
        {model.example && (
          <Notice title="These prices are an example.">
            They came with the example portfolio and go with it. Set your own to keep them.
          </Notice>
        )}
        {!model.can.edit && (
          <Notice>Only admins and executives set prices, weights and rates. You see what is in force.</Notice>
        )}
        {model.can.edit ? (
          <ModelForm model={model} questions={questions} />
        ) : (
          <ModelFacts model={model} questions={questions} />
        )}
        <HistoryCard {...{ versions, timeZone, nameOf }} />
      </div>
    </Page>
  );
}
