import "server-only";
import type { Scope } from "../../auth/scope";
import { questionTitles } from "../../db/question-titles";
import { reader } from "../../db/transaction";
import { DEFAULT_CHECKLIST } from "../../domain/checklist";
import type { Tier } from "../../domain/vocabulary";

/** A question as far as it decides who is asked it, and what it is called: by its title, else by its text. */
interface AskedOfNew {
  upToTier: Tier;
  tags: string[];
  called: string;
}

/** What decides which questions a new service will be asked (S1), in their order; empty while no checklist is published. */
export async function loadAskedOfNew(_scope: Scope<"checklist:list">): Promise<AskedOfNew[]> {
  const version = await reader().checklistVersion.findFirst({
    where: { status: "published", checklist: { key: DEFAULT_CHECKLIST } },
    orderBy: { number: "desc" },
    select: {
      checklistId: true,
      questions: {
        select: { key: true, text: true, upToTier: true, tags: true },
        orderBy: { position: "asc" },
      },
    },
  });
  if (!version) return [];
  const titles = await questionTitles(version.checklistId);
  return version.questions.map(({ key, text, upToTier, tags }) => ({
    upToTier: upToTier as Tier,
    tags,
    called: titles.get(key) || text,
  }));
}
