import type { LinkedWords } from "@/components/figure/linked-words";
import type { ChecklistMove, MovedService } from "@/lib/contracts/checklist-moves";
import { amountText } from "@/lib/domain/amount-text";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";
import type { SignRole } from "@/lib/domain/launch/vocabulary";
import { counted, listed } from "@/lib/domain/words";

const sum = (services: readonly MovedService[], of: (service: MovedService) => number) =>
  services.reduce((total, service) => total + of(service), 0);

/** What a move does to scores and gaps, in a sentence with numbers. */
export function moveSentence({ services, dryRun, to, already }: ChecklistMove): LinkedWords[] {
  if (services.length === 0) {
    const there = already === 1 ? "the service uses" : `all ${counted(already, "service")} use`;
    return [{ text: `Nothing to move: ${there} version ${to} already.` }];
  }
  const gaps = sum(services, ({ before, after }) => after.gaps - before.gaps);
  const unclear = sum(services, (service) => service.unclear.length);
  const change =
    gaps === 0 ? "as many gaps as before" : counted(Math.abs(gaps), gaps > 0 ? "more gap" : "fewer gap");
  const asks = unclear === 0 ? "no answer becomes unclear" : `${counted(unclear, "answer")} to confirm`;
  const verb = dryRun
    ? services.length === 1
      ? "would be"
      : "would be"
    : services.length === 1
      ? "is"
      : "are";
  return [
    { text: `${counted(services.length, "service")} ${verb} asked version ${to}: ${change}, ${asks}.` },
  ];
}

/** "62 → 58", "62" when it stays. */
export function fromTo(before: number | null, after: number | null): string {
  const [was, is] = [before ?? "none", after ?? "none"];
  return was === is ? String(is) : `${was} → ${is}`;
}

/** Expected incidents a year before and after, as they are shown. */
export function incidentsFromTo({ before, after }: MovedService): string {
  const [was, is] = [amountText(before.incidents, null), amountText(after.incidents, null)];
  return was === is ? is : `${was} → ${is}`;
}

/** What becomes of questions and answers: "3 questions added, 1 removed, 12 answers carried over, 2 to confirm". */
export function answersText({ added, removed, carried, unclear, returned }: MovedService): string {
  const parts = [
    added.length > 0 && `${counted(added.length, "question")} added`,
    returned.length > 0 && `${returned.length} of them answered earlier`,
    removed.length > 0 && `${removed.length} removed`,
    `${counted(carried, "answer")} carried over`,
    unclear.length > 0 && `${unclear.length} to confirm`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** What a move does to those who said go to a launch: "Makes the go of engineering on “Checkout 3” out of date". */
export const signedAgain = (title: string, roles: readonly SignRole[], isPreview: boolean): string => {
  const names = listed(roles.map((role) => ROLE_TEXT[role].name.toLowerCase()));
  return isPreview
    ? `Makes the go of ${names} on “${title}” out of date`
    : `The go of ${names} on “${title}” is out of date`;
};
