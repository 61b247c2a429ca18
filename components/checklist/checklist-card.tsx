import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { Table, Td, Th } from "@/components/ui/table";
import type { ChecklistSummary } from "@/lib/contracts/checklists";
import { BeginDraft } from "./begin-draft";
import { ImportDraft } from "./import-draft";

/** One checklist and its versions, the newest first. */
export function ChecklistCard({
  checklist,
  timeZone,
  mayEdit,
}: {
  checklist: ChecklistSummary;
  timeZone: string;
  mayEdit: boolean;
}) {
  const hasDraft = checklist.versions.some((each) => each.status === "draft");
  const current = checklist.versions.find((each) => each.status === "published")?.version;
  return (
    <Card
      title={<bdi>{checklist.name}</bdi>}
      aside={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-mono">{checklist.checklist}</span>
          {(!mayEdit || hasDraft) && "a published version never changes"}
          {mayEdit && <ImportDraft checklist={checklist.checklist} name={checklist.name} />}
          {mayEdit && !hasDraft && <BeginDraft checklist={checklist.checklist} />}
        </span>
      }
      flush
    >
      <Table caption={`Versions of ${checklist.name} (${checklist.checklist})`} flush>
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>Published</Th>
            <Th numeric>Questions</Th>
            <Th numeric>Services</Th>
          </tr>
        </thead>
        <tbody>
          {checklist.versions.map((each) => (
            <tr key={each.version}>
              <Th scope="row">
                <span className="flex flex-wrap items-center gap-2">
                  <Link
                    href={`/checklists/${checklist.checklist}/versions/${each.version}`}
                    className="min-h-6 content-center hover:underline"
                  >
                    Version {each.version}
                  </Link>
                  {each.version === current && <Pill tone="good">current</Pill>}
                  {each.status === "draft" && <Pill tone="plain">draft</Pill>}
                </span>
                {each.note !== "" && (
                  <span
                    dir="auto"
                    className="block max-w-[40em] [overflow-wrap:anywhere] text-sm font-normal text-ink-3"
                  >
                    <bdi>{each.note}</bdi>
                  </span>
                )}
              </Th>
              <Td>
                {each.publishedAt === null ? (
                  <span className="text-ink-3">not yet</span>
                ) : (
                  <DateText value={each.publishedAt} timeZone={timeZone} />
                )}
              </Td>
              <Td numeric>{each.questions}</Td>
              <Td numeric>{each.services}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
