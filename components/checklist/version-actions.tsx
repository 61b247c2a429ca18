"use client";

import { BeginDraft } from "@/components/checklist/begin-draft";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonLook } from "@/components/ui/button-look";
import { Menu } from "@/components/ui/menu";
import { MenuDownload, MenuLink } from "@/components/ui/menu-item";
import type { ChecklistVersion } from "@/lib/contracts/checklists";

interface VersionActionsProps {
  version: Pick<ChecklistVersion, "checklist" | "version" | "status" | "can">;
  /** The other versions, newest first, and the draft among them if there is one. */
  others: readonly { version: number; status: "draft" | "published" }[];
}

/** What can be done with a version: compare, export, and for admins begin a draft and move services to it. */
export function VersionActions({ version, others }: VersionActionsProps) {
  const { checklist, can } = version;
  const page = `/checklists/${checklist}/versions/${version.version}`;
  const draft = others.find((other) => other.status === "draft");
  return (
    <>
      {others.length > 0 && (
        <Menu trigger="Compare" triggerClass={buttonLook("plain", "normal")}>
          {others.map((other) => (
            <MenuLink key={other.version} href={`${page}/comparison?with=${other.version}`}>
              with version {other.version}
              {other.status === "draft" && ", the draft"}
            </MenuLink>
          ))}
        </Menu>
      )}
      <Menu trigger="Export" triggerClass={buttonLook("plain", "normal")}>
        <MenuDownload href={`/api/v1${page}/document`} name={`${checklist}-version-${version.version}.json`}>
          As a document to import elsewhere (JSON)
        </MenuDownload>
      </Menu>
      {can.move && <ButtonLink href={`${page}/move`}>Move services to it</ButtonLink>}
      {can.edit &&
        (draft ? (
          <ButtonLink variant="main" href={`/checklists/${checklist}/versions/${draft.version}`}>
            Edit the draft
          </ButtonLink>
        ) : (
          <BeginDraft checklist={checklist} from={version.version} />
        ))}
    </>
  );
}
