import type { LinkedWords } from "@/components/figure/linked-words";
import type { ChecklistSummary } from "@/lib/contracts/checklists";
import { counted } from "@/lib/domain/words";

/** Which checklist services are asked, in which version. */
export function checklistsSentence(checklists: readonly ChecklistSummary[]): LinkedWords[] {
  const [first] = checklists;
  const current = first?.versions.find((each) => each.status === "published");
  if (first === undefined) return [{ text: "There is no checklist yet." }];
  if (checklists.length > 1 || current === undefined) {
    const versions = checklists.reduce((sum, each) => sum + each.versions.length, 0);
    return [{ text: `${counted(checklists.length, "checklist")} in ${counted(versions, "version")}.` }];
  }
  const asked = current.services > 0 ? current : first.versions.find((each) => each.services > 0);
  if (asked !== undefined && asked !== current) return notMovedYet(first.checklist, asked, current);
  const href = `/checklists/${first.checklist}/versions/${current.version}`;
  const all = first.versions.reduce((sum, each) => sum + each.services, 0);
  const of =
    current.services === all ? counted(all, "service") : `${current.services} of ${counted(all, "service")}`;
  return [
    { text: `Version ${current.version} asks ` },
    { text: counted(current.questions, "question"), href },
    ...(all === 0
      ? [{ text: "; no service uses it yet." }]
      : [{ text: " of " }, { text: of, href: "/services" }, { text: "." }]),
  ];
}

type Version = ChecklistSummary["versions"][number];

/** After a publication, which moves nobody: what services are asked, and what waits for them. */
const notMovedYet = (checklist: string, asked: Version, newest: Version): LinkedWords[] => [
  { text: `Version ${asked.version} asks ` },
  {
    text: counted(asked.questions, "question"),
    href: `/checklists/${checklist}/versions/${asked.version}`,
  },
  { text: " of " },
  { text: counted(asked.services, "service"), href: "/services" },
  { text: "; no service has moved to " },
  { text: `version ${newest.version}`, href: `/checklists/${checklist}/versions/${newest.version}` },
  { text: " yet." },
];
