import "server-only";
import type { Turn } from "../../contracts/launch-parts";
import { isUnmet } from "../../domain/launch/conditions";
import type { Evaluated } from "./evaluate";
import { dayText, type LaunchRows } from "./launch-rows";

const NOTHING = { role: null, service: null, question: null, people: [], dueOn: null } as const;

const turn = (some: Partial<Turn> & Pick<Turn, "what">): Turn => ({ ...NOTHING, people: [], ...some });

/** What is missing for a decision of an open launch, and whose turn it is, in the order in which it is worked through. */
export function turnsOf(evaluated: Evaluated): Turn[] {
  const { outcome, conditions, dispositions, undisposed, roles, rows, signOffs, history } = evaluated;
  const turns: Turn[] = [];
  const add = (some: Parameters<typeof turn>[0]) => turns.push(turn(some));
  const asked = new Set(
    dispositions
      .filter(({ counts, kind }) => counts && kind === "accept")
      .map(({ service, question }) => `${service} ${question}`),
  );
  for (const { service, question } of undisposed)
    add({ what: asked.has(`${service} ${question}`) ? "decide_waiver" : "dispose", service, question });
  for (const { service, question, owner, dueOn } of conditions.filter(isUnmet))
    add({ what: "condition", service, question, people: [owner], dueOn });
  for (const { code, role } of outcome.reasons) {
    if (role === undefined) continue;
    if (code === "signer_missing") add({ what: "name_signer", role, people: [rows.facilitatorId] });
    if (undisposed.length > 0) continue;
    const state = roles.find((each) => each.role === role);
    const people = [state?.signer, state?.deputy].flatMap((person) => person ?? []);
    if (code === "sign_off_missing") add({ what: "sign", role, people });
    if (code === "sign_off_out_of_date") add({ what: "sign_again", role, people });
    if (code === "no_go") {
      const given = signOffs.find(({ row }) => row.role === role && row.supersededAt === null);
      const dueOn = given?.row.lookAgainOn ? dayText(given.row.lookAgainOn) : null;
      add({ what: "sign_again", role, people, dueOn });
    }
  }
  // Once its day has passed it is time to say what became of it, whatever it came to.
  if (history.today > dayText(rows.targetDate)) add({ what: "close", people: [rows.facilitatorId] });
  return turns;
}

/** What is missing of one that is closed: the review of a launch without a go (L9). */
export const reviewTurns = ({
  reviewDueOn,
  reviewedAt,
}: Pick<LaunchRows, "reviewDueOn" | "reviewedAt">): Turn[] =>
  reviewDueOn && !reviewedAt ? [turn({ what: "review", dueOn: dayText(reviewDueOn) })] : [];
