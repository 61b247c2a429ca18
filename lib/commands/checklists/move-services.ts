import "server-only";
import type { Scope } from "../../auth/scope";
import type { ChecklistMove, MoveRequest } from "../../contracts/checklist-moves";
import { answersOf, lockServices } from "../../db/lock-services";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { byName } from "../../domain/text";
import { chosenServices } from "./chosen-services";
import { type Movable, previewMove } from "./preview-move";
import { writeMove } from "./write-move";

class DryRun extends Error {
  constructor(readonly result: ChecklistMove) {
    super("nothing is kept of a dry run");
  }
}

/**
 * Asks services another version of a checklist, all of them or none. Answers carry over by the keys of their questions;
 * those whose question changed its meaning count as unclear until confirmed, those whose question is not asked any more
 * stay stored. Each service gets a line of facts and a readiness point of cause "checklist" (H2).
 * @returns each service before and after, also when nothing was to be kept (`dryRun`)
 * @throws AppError not_found; refused for a draft, for deleted services and for more than a thousand; invalid_input
 *   naming a service that is not there
 */
export async function moveServices(
  scope: Scope<"checklist:move">,
  { checklist }: { checklist: string },
  body: MoveRequest,
  now: Date,
): Promise<ChecklistMove> {
  const work = async (tx: Tx): Promise<ChecklistMove> => {
    const version = await publishedVersion(tx, checklist, body.to);
    const chosen = await chosenServices(tx, checklist, body);
    const locked = await lockServices(tx, [...chosen.keys()], now);
    const services = [...locked.values()].flatMap((service): Movable[] => {
      const team = chosen.get(service.id);
      return team && !service.deletedAt ? [{ ...service, ...team }] : [];
    });
    const moving = services.filter((service) => service.checklistVersionId !== version.id);
    const answers = await answersOf(
      tx,
      moving.map((service) => service.id),
    );
    const previews = await Promise.all(
      moving.map((service) => previewMove(service, version.id, answers(service.id))),
    );
    if (!body.dryRun) await writeMove(tx, scope, { ...body, checklist, version }, moving, answers);
    return {
      checklist,
      to: body.to,
      dryRun: body.dryRun ?? false,
      services: previews.sort((a, b) => byName(a.name, b.name)),
      already: services.length - moving.length,
    };
  };
  if (!body.dryRun) return inTransaction(work);
  try {
    return await inTransaction(async (tx) => {
      throw new DryRun(await work(tx));
    });
  } catch (error) {
    if (error instanceof DryRun) return error.result;
    throw error;
  }
}

async function publishedVersion(
  tx: Tx,
  checklist: string,
  number: number,
): Promise<{ id: string; number: number }> {
  const version = await tx.checklistVersion.findFirst({
    where: { number, checklist: { key: checklist } },
    select: { id: true, number: true, status: true },
  });
  if (!version) throw new AppError("not_found", { message: "There is no such version of a checklist." });
  if (version.status === "draft") {
    throw new AppError("refused", {
      message: `Version ${number} is a draft: publish it first. No service was moved.`,
      fields: [{ field: "to", message: "Choose a published version." }],
    });
  }
  return version;
}
