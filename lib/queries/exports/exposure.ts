import "server-only";
import type { ExportedExposure } from "../../contracts/exports";
import { Prisma } from "../../db/generated/client";
import { exposureOf } from "../../domain/expected-loss";
import { carriedWhen, type IncidentsByCost } from "../../domain/exposure";
import { COSTS, type Lifecycle, type Tier } from "../../domain/vocabulary";
import { columnsOf, type ExportAsked, exportOf } from "./export";
import { modelInForce } from "./model-in-force";
import { servicePages } from "./pages";

interface Row {
  slug: string;
  name: string;
  team: string;
  tier: Tier;
  lifecycle: Lifecycle;
  incidents: IncidentsByCost;
}
const COLUMNS = Prisma.sql`s."slug", s."name", m."slug" AS "team", s."tier", s."lifecycle", t."incidents"`;

async function* read(asked: ExportAsked): AsyncGenerator<ExportedExposure[]> {
  const model = await modelInForce(asked.moment.at);
  for await (const page of servicePages<Row>(asked, COLUMNS)) {
    yield page.flatMap(({ slug, name, team, tier, lifecycle, incidents }) => {
      const carried = carriedWhen(lifecycle, false);
      if (carried === "never") return [];
      const { byCost } = exposureOf([{ tier, incidents }], model);
      return COSTS.flatMap((cost): ExportedExposure[] => {
        const { known, unknown, accepted, expectedLoss } = byCost[cost];
        if (known.incidents + unknown.incidents === 0) return [];
        const place = { service: slug, serviceName: name, team, tier, lifecycle };
        return [
          {
            ...{ ...place, carried, cost, known: known.incidents, unknown: unknown.incidents },
            ...{ accepted: accepted.incidents, expectedLoss, knownLoss: known.expectedLoss },
            currency: model.currency,
          },
        ];
      });
    });
  }
}

/** What the gaps of each service are expected to cause in a year, by cost (R2, R5): what is 0 is left out. */
export const EXPOSURE = exportOf<ExportedExposure>(
  {
    title: "Exposure",
    columns: columnsOf({
      ...{ service: 22, serviceName: 26, team: 18, tier: "number", lifecycle: 11, carried: 11, cost: 24 },
      ...{
        known: "number",
        unknown: "number",
        accepted: "number",
        expectedLoss: "money",
        knownLoss: "money",
      },
      currency: 9,
    }),
  },
  read,
  [
    (item) => item.service,
    (item) => item.serviceName,
    (item) => item.team,
    (item) => item.tier,
    (item) => item.lifecycle,
    (item) => item.carried,
    (item) => item.cost,
    (item) => item.known,
    (item) => item.unknown,
    (item) => item.accepted,
    (item) => item.expectedLoss,
    (item) => item.knownLoss,
    (item) => item.currency,
  ],
);
