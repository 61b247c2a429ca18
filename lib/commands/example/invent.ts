import "server-only";
import { randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { askedAt } from "../../db/asked-questions";
import { modelsOf } from "../../db/cost-model";
import { latest } from "../../db/latest";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import type { WrittenService } from "../../db/write-history";
import { DEFAULT_CHECKLIST, type Question } from "../../domain/checklist";
import { AppError } from "../../domain/errors";
import { type ExamplePortfolio, examplePortfolio } from "../../domain/example/example-portfolio";
import { type Ids, replay } from "../../domain/example/replay";

/** The example portfolio with ids, lived through up to now; services by name wait for their short names. */
export interface Invented {
  portfolio: ExamplePortfolio;
  ids: Ids;
  services: Omit<WrittenService, "slug">[];
  /** What MODELS said: services are as the rates that the organisation had then make them (R2). */
  models: string;
}

/**
 * Invents the example for the newest published version of the default checklist; writes nothing. Others are served
 * meanwhile: it is half a second of arithmetic.
 * @throws AppError refused while no checklist is published
 */
export async function invent(now: Date): Promise<Invented> {
  const version = await reader().checklistVersion.findFirst({
    where: { status: "published", checklist: { key: DEFAULT_CHECKLIST } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!version) throw new AppError("refused", { message: "No checklist has been published yet." });
  const checklist = await checklistVersion(version.id);
  const { questions: asked } = checklist;
  // Nothing that it lived through was about what the questions meant before.
  const unchanged = (question: Question) => ({ ...question, meaning: 1 });
  const questions = asked.map(unchanged);
  const models = await modelsOf();
  const rated = models.all
    .map(({ row: { at } }) => ({ at, questions: askedAt(checklist, models, at).map(unchanged) }))
    .reverse();
  const until = latest(now, { from: models.all[0]?.row.at });
  const meanings = new Map(asked.map(({ key, meaning = 1 }) => [key, meaning]));
  const portfolio = examplePortfolio(questions, now);
  const ids = freshIds();
  const services: Invented["services"] = [];
  for (const service of portfolio.services) {
    const rows = replay(service, questions, ids, until, rated);
    services.push({ rows, plans: service.plans, checklistVersionId: version.id, meanings, example: true });
    await breathe();
  }
  return { portfolio, ids, services, models: models.stamp };
}

/** A new id for each key, the same one whenever it is asked for again. */
function freshIds(): Ids {
  const known = new Map<string, string>();
  const idOf = (kind: string) => (key: string) => {
    const id = known.get(`${kind}/${key}`) ?? randomUUID();
    known.set(`${kind}/${key}`, id);
    return id;
  };
  return { service: idOf("service"), team: idOf("team"), person: idOf("person") };
}
