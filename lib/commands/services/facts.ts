import "server-only";
import type { ServiceRow } from "../../db/assessment";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { type ServiceTexts, textsOf } from "../../domain/service-texts";

/** What a service's facts are, for the past to be asked about. */
export interface FactsRow extends ServiceRow, ServiceTexts {
  links: { label: string; url: string }[];
}

/**
 * Appends what a service's facts are from `at` on (H3), with the dependencies that its rows have by now.
 * @param reason why a tier was lowered or a tag dropped
 */
export async function appendFacts(
  tx: Tx,
  service: FactsRow,
  by: { personId: string; reason: string },
  at: Date,
): Promise<void> {
  const { id, name, teamId, tier, lifecycle, tags, checklistVersionId, links, deletedAt } = service;
  const rows = await tx.serviceDependency.findMany({
    where: { serviceId: id },
    orderBy: { dependsOnId: "asc" },
    select: { dependsOnId: true },
  });
  await tx.serviceFacts.create({
    data: {
      serviceId: id,
      at,
      ...by,
      name,
      teamId,
      tier,
      lifecycle,
      tags: [...tags],
      checklistVersionId,
      ...textsOf(service),
      links,
      dependsOn: rows.map((row) => row.dependsOnId),
      deleted: deletedAt !== null,
    },
    select: { id: true },
  });
}

/**
 * The ids of services that a service is to depend on. A deleted one may stay where it stood, but not be added.
 * @throws AppError invalid_input for an unknown one, or itself
 */
export async function dependencyIds(
  tx: Tx,
  slugs: readonly string[],
  self: string | null,
): Promise<string[]> {
  if (slugs.length === 0) return [];
  const allowed = [{ deletedAt: null }, ...(self ? [{ dependents: { some: { serviceId: self } } }] : [])];
  const where = { slug: { in: [...slugs] }, OR: allowed };
  const rows = await tx.service.findMany({ where, select: { id: true, slug: true } });
  const ids = slugs.map((slug, index) => {
    const row = rows.find((each) => each.slug === slug);
    const field = `dependsOn.${index}`;
    if (!row) throw invalid(field, `There is no service "${slug}".`);
    if (row.id === self) throw invalid(field, "A service cannot depend on itself.");
    return row.id;
  });
  return ids;
}

const invalid = (field: string, message: string) =>
  new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });
