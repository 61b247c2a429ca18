import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { StandingPill } from "@/components/verdict/standing-pill";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import {
  ABILITIES,
  ABILITY_TEXT,
  type AnswerState,
  AREA_TEXT,
  AREAS,
  COST_TEXT,
  COSTS,
  STANDINGS,
  type Standing,
  TIER_TEXT,
  TIERS,
  VERDICT_TEXT,
  VERDICTS,
} from "@/lib/domain/vocabulary";

/** Words with what they mean, in two columns where there is room. */
function Terms({ terms }: { terms: readonly { key: string; name: ReactNode; means: string }[] }) {
  return (
    <dl>
      {terms.map(({ key, name, means }) => (
        <div
          key={key}
          className="grid gap-x-4 border-t border-line py-1.75 first:border-t-0 sm:grid-cols-[10.5rem_1fr]"
        >
          <dt className="font-strong">{name}</dt>
          <dd className="text-pretty text-ink-2">{means}</dd>
        </div>
      ))}
    </dl>
  );
}

const areas = AREAS.map((key, index) => ({
  key,
  name: (
    <>
      <span className="inline-block w-6 font-normal text-ink-3 tabular-nums">{index + 1}</span>
      {AREA_TEXT[key].name}
    </>
  ),
  means: AREA_TEXT[key].asks,
}));
const costs = COSTS.map((key) => ({ key, name: COST_TEXT[key].name, means: COST_TEXT[key].incident }));
const states: readonly AnswerState[] = [...VERDICTS, "unanswered"];
const answers = states.map((key) => ({
  key,
  name: (
    <span className="flex items-center gap-2">
      <VerdictMark verdict={key} decorative />
      {VERDICT_TEXT[key].name}
    </span>
  ),
  means: VERDICT_TEXT[key].means,
}));
const tiers = TIERS.map((tier) => ({
  key: String(tier),
  name: `Tier ${tier}, ${TIER_TEXT[tier].name}`,
  means: TIER_TEXT[tier].means,
}));

const MEANS: Record<Standing, string> = {
  production_ready: "nothing that counts is open",
  ready_with_accepted_risks: "every open gap is accepted until a set day",
  working: "it does what it should while nothing goes wrong; something is open",
  unassessed: "nobody has answered a question yet",
};
const standings = STANDINGS.map((key) => ({ key, name: <StandingPill standing={key} />, means: MEANS[key] }));

/** The words that every screen uses, each explained once. */
export function Words() {
  return (
    <section id="words" aria-labelledby="words-head" className="mt-10 scroll-mt-16">
      <h2 id="words-head" className="font-serif text-3xl font-normal tracking-tight">
        The words we use
      </h2>
      <p className="mt-1 mb-4.5 max-w-[62em] text-pretty text-ink-2">
        Working is not an insult. It says that nobody can promise yet what happens when something goes wrong.
      </p>
      <div className="grid items-start gap-4.5 md:grid-cols-2">
        <div className="grid gap-4.5">
          <Card title="Ten areas" aside="what each of them asks">
            <Terms terms={areas} />
          </Card>
          <Card title="Nine abilities" aside="what a production-ready service does">
            <ol>
              {ABILITIES.map((ability, index) => (
                <li key={ability} className="flex border-t border-line py-1.75 first:border-t-0">
                  <span className="w-6 text-ink-3 tabular-nums">{index + 1}</span>
                  It {ABILITY_TEXT[ability]}.
                </li>
              ))}
            </ol>
          </Card>
          <Card title="Standings" aside="where a service is">
            <Terms terms={standings} />
          </Card>
        </div>
        <div className="grid gap-4.5">
          <div id="costs" className="scroll-mt-16">
            <Card title="Eight costs" aside="what one incident of each is">
              <Terms terms={costs} />
            </Card>
          </div>
          <Card title="Answers" aside="unclear is honest, and counts as not ready">
            <Terms terms={answers} />
          </Card>
          <Card title="Tiers" aside="how much hangs on a service">
            <Terms terms={tiers} />
          </Card>
        </div>
      </div>
    </section>
  );
}
