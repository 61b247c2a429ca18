import "server-only";
import { type ExportedExposure, exportedExposure } from "../../contracts/exports";
import { carriedWhen } from "../../domain/exposure";
import { priceAt } from "../../domain/gap-worth";
import { COSTS } from "../../domain/vocabulary";
import { teamOf } from "../../snapshot/snapshot";
import { type ExportAsked, exportOf, plainMembers } from "./export";
import { inPages, servicesAsked } from "./pages";

async function* read(asked: ExportAsked): AsyncGenerator<ExportedExposure[]> {
  const { snapshot } = asked;
  const { model, pricing } = snapshot;
  for await (const { page } of inPages(servicesAsked(asked), null)) {
    yield page.flatMap(({ slug, facts, incidents }) => {
      const { name, teamId, tier, lifecycle } = facts;
      const carried = carriedWhen(lifecycle, facts.deleted);
      if (carried === "never") return [];
      const team = teamOf(snapshot, teamId).slug;
      const place = { service: slug, serviceName: name, team, tier, lifecycle, carried };
      return COSTS.flatMap((cost, index): ExportedExposure[] => {
        const [known, unknown, accepted] = partsOf(incidents, index);
        if (known + unknown === 0) return [];
        const price = priceAt(pricing, cost, tier);
        const expectedLoss = price === null ? null : (known + unknown) * price;
        const knownLoss = price === null ? null : known * price;
        return [
          { ...place, cost, known, unknown, accepted, expectedLoss, knownLoss, currency: model.currency },
        ];
      });
    });
  }
}

/** Known, unknown and accepted incidents of a cost; see Tally.incidents. */
const partsOf = (incidents: Float64Array, cost: number): [number, number, number] => {
  const part = (index: number) => incidents[index * COSTS.length + cost] as number;
  return [part(0), part(1), part(2)];
};

/** What the gaps of each service are expected to cause in a year, by cost (R2, R5): what is 0 is left out. */
export const EXPOSURE = exportOf<ExportedExposure>({
  title: "Exposure",
  columns: {
    service: [22, (item) => item.service],
    serviceName: [26, (item) => item.serviceName],
    team: [18, (item) => item.team],
    tier: ["number", (item) => item.tier],
    lifecycle: [11, (item) => item.lifecycle],
    carried: [11, (item) => item.carried],
    cost: [24, (item) => item.cost],
    known: ["number", (item) => item.known],
    unknown: ["number", (item) => item.unknown],
    accepted: ["number", (item) => item.accepted],
    expectedLoss: ["money", (item) => item.expectedLoss],
    knownLoss: ["money", (item) => item.knownLoss],
    currency: [9, (item) => item.currency],
  },
  members: plainMembers(exportedExposure.keyof().options),
  read,
});
