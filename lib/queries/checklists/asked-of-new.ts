import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";
import { DEFAULT_CHECKLIST } from "../../domain/checklist";
import type { Tier } from "../../domain/vocabulary";

/** What decides which questions a new service will be asked (S1); empty while no checklist is published. */
export async function loadAskedOfNew(
  _scope: Scope<"checklist:list">,
): Promise<{ upToTier: Tier; tags: string[] }[]> {
  const version = await reader().checklistVersion.findFirst({
    where: { status: "published", checklist: { key: DEFAULT_CHECKLIST } },
    orderBy: { number: "desc" },
    select: { questions: { select: { upToTier: true, tags: true } } },
  });
  return (version?.questions ?? []).map(({ upToTier, tags }) => ({ upToTier: upToTier as Tier, tags }));
}
