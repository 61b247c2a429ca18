import "server-only";
import type { Scope } from "../../auth/scope";
import type { ChecklistMove, MovedService, MoveRequest } from "../../contracts/checklist-moves";
import { givenAnswersOf, lockServices } from "../../db/service-lock";
import { inTransaction, reader, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { byName } from "../../domain/text";
import { signedLaunches } from "../../queries/launches/signed-launches";
import { snapshotIn } from "../../snapshot/snapshot-at";
import { withChecklist } from "../../snapshot/suppose";
import { chosenServices } from "./chosen-services";
import { type Movable, previewMove } from "./preview-move";
import { writeMove } from "./write-move";

/** What a part of the services would be, and how many are asked the version already. */
interface Part {
  services: MovedService[];
  already: number;
}

class DryRun extends Error {
  constructor(readonly part: Part) {
    super("nothing is kept of a dry run");
  }
}

/** A preview locks so many services at a time: whoever saves to one of them meanwhile hardly waits. */
const AT_A_TIME = 50;

/**
 * Asks services another version of a checklist, all of them or none. Answers carry over by the keys of their questions;
 * those whose question changed its meaning count as unclear until confirmed, those whose question is no longer asked
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
  const asked = async (tx: Tx) => ({
    version: await publishedVersion(tx, checklist, body.to),
    chosen: await chosenServices(tx, checklist, body),
  });
  const part = async (
    tx: Tx,
    { version, chosen }: Awaited<ReturnType<typeof asked>>,
    ids: readonly string[],
    write: boolean,
  ): Promise<Part> => {
    const locked = await lockServices(tx, ids, now);
    const services = [...locked.values()].flatMap((service): Movable[] => {
      const team = chosen.get(service.id);
      return team && !service.deletedAt ? [{ ...service, ...team }] : [];
    });
    const moving = services.filter((service) => service.checklistVersionId !== version.id);
    const answers = await givenAnswersOf(
      tx,
      moving.map((service) => service.id),
    );
    const movingIds = moving.map((service) => service.id);
    const signed = await signedLaunches(
      movingIds,
      () => snapshotIn(tx, now, movingIds),
      (then, snapshot) => withChecklist(then, snapshot, version.id),
    );
    const previews = await Promise.all(
      moving.map((service) =>
        previewMove(service, version.id, answers(service.id), signed.get(service.id) ?? []),
      ),
    );
    if (write) await writeMove(tx, scope, { ...body, checklist, version }, moving, answers);
    return { services: previews, already: services.length - moving.length };
  };
  const whole = ({ services, already }: Part): ChecklistMove => ({
    checklist,
    to: body.to,
    dryRun: body.dryRun ?? false,
    services: services.sort((a, b) => byName(a.name, b.name)),
    already,
  });
  if (!body.dryRun) {
    return inTransaction(async (tx) => {
      const what = await asked(tx);
      return whole(await part(tx, what, [...what.chosen.keys()], true));
    });
  }
  const what = await asked(reader());
  const ids = [...what.chosen.keys()];
  const all: Part = { services: [], already: 0 };
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const some = ids.slice(from, from + AT_A_TIME);
    const { services, already } = await undone((tx) => part(tx, what, some, false));
    all.services.push(...services);
    all.already += already;
  }
  return whole(all);
}

/** Does work in a transaction of which nothing is kept: what ageing has to write first is left to whoever comes next. */
async function undone(work: (tx: Tx) => Promise<Part>): Promise<Part> {
  try {
    return await inTransaction(async (tx) => {
      throw new DryRun(await work(tx));
    });
  } catch (error) {
    if (error instanceof DryRun) return error.part;
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
