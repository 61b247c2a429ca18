import { counted, type LinkedWords } from "@/components/service/counted";
import type { ChecklistSummary } from "@/lib/contracts/checklists";

/** Which checklist services are asked, in which version. */
export function checklistsSentence(checklists: readonly ChecklistSummary[]): LinkedWords[] {
  const [first] = checklists;
  const current = first?.versions.find((each) => each.status === "published");
  if (first === undefined) return [{ text: "There is no checklist yet." }];
  if (checklists.length > 1 || current === undefined) {
    const versions = checklists.reduce((sum, each) => sum + each.versions.length, 0);
    return [{ text: `${counted(checklists.length, "checklist")} in ${counted(versions, "version")}.` }];
  }
  const href = `/checklists/${first.checklist}/versions/${current.version}`;
  const all = first.versions.reduce((sum, each) => sum + each.services, 0);
  const of =
    current.services === all ? counted(all, "service") : `${current.services} of ${counted(all, "service")}`;
  return [
    { text: `Version ${current.version} asks ` },
    { text: counted(current.questions, "question"), href },
    ...(all === 0
      ? [{ text: "; no service is asked yet." }]
      : [{ text: " of " }, { text: of, href: "/services" }, { text: "." }]),
  ];
}
