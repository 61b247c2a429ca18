import "server-only";
import type { Turn } from "../../contracts/launch-parts";
import type { Evaluated } from "./evaluate";
import { dayText } from "./launch-rows";

const NOTHING = { role: null, service: null, question: null, people: [], dueOn: null } as const;

/** What is missing for a decision of an open launch, and whose turn it is, in the order in which it is worked through. */
export function turnsOf(evaluated: Evaluated): Turn[] {
  const { outcome, conditions, dispositions, undisposed, roles, rows, history } = evaluated;
  const turns: Turn[] = [];
  const add = (turn: Partial<Turn> & Pick<Turn, "what">) => turns.push({ ...NOTHING, people: [], ...turn });
  for (const { service, question } of undisposed) {
    const asked = dispositions.some(
      (each) =>
        each.counts && each.kind === "accept" && each.service === service && each.question === question,
    );
    add({ what: asked ? "decide_waiver" : "dispose", service, question });
  }
  for (const { service, question, owner, dueOn, state } of conditions)
    if (state === "open" || state === "overdue")
      add({ what: "condition", service, question, people: [owner], dueOn });
  for (const { code, role } of outcome.reasons) {
    if (role === undefined) continue;
    const state = roles.find((each) => each.role === role);
    const people = [state?.signer, state?.deputy].flatMap((person) => person ?? []);
    if (code === "signer_missing") add({ what: "name_signer", role });
    if (code === "sign_off_missing" && undisposed.length === 0) add({ what: "sign", role, people });
    if (code === "sign_off_out_of_date" && undisposed.length === 0) add({ what: "sign_again", role, people });
    if (code === "no_go" && undisposed.length === 0) {
      const given = evaluated.signOffs.find(({ row }) => row.role === role && row.supersededAt === null);
      add({
        what: "sign_again",
        role,
        people,
        dueOn: given?.row.lookAgainOn ? dayText(given.row.lookAgainOn) : null,
      });
    }
  }
  const isDecided = outcome.outcome === "go" || outcome.outcome === "conditional_go";
  if (
    history.today >= dayText(rows.targetDate) &&
    (isDecided || outcome.reasons.some(({ code }) => code === "date_passed"))
  )
    add({ what: "close", people: [rows.facilitatorId] });
  return turns;
}
