import "server-only";
import { reader } from "../../db/transaction";
import type { SupposedService } from "../../domain/what-if";
import { assessAllAt } from "../past/assess-all-at";
import type { ChosenService } from "../portfolio/open-gaps";

/**
 * Services as a supposition wants them, each with the sum of the weights that count (S3). Rows that an older release wrote
 * do not say it: those services are assessed anew, with three statements for all of them together; normally with none.
 */
export async function weighed(services: readonly ChosenService[], now: Date): Promise<SupposedService[]> {
  const without = services.flatMap(({ weight, slug }) => (weight === null ? [slug] : []));
  const assessed = without.length === 0 ? new Map<string, number>() : await weightsOf(without, now);
  return services.map(({ slug, score, standing, counting, answered, weight, lifecycle }) => ({
    ...{ score, standing, counting, answered },
    weight: weight ?? assessed.get(slug) ?? 0,
    counts: lifecycle !== "retired",
  }));
}

async function weightsOf(slugs: readonly string[], now: Date): Promise<Map<string, number>> {
  const rows = await reader().$queryRaw<{ id: string; slug: string }[]>`
    SELECT "id", "slug" FROM "Service" WHERE "slug" = ANY(${[...slugs]}::text[])`;
  const assessed = await assessAllAt(
    rows.map((row) => row.id),
    now,
  );
  return new Map(rows.map(({ id, slug }) => [slug, assessed.get(id)?.readiness.weight ?? 0]));
}
