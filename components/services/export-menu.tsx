"use client";

import { ChevronDown } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { Menu } from "@/components/ui/menu";
import { MenuDownload, MenuLabel, MenuLine } from "@/components/ui/menu-item";
import {
  type ExportChoice,
  type Exported,
  exportHref,
  exportWords,
  FORMATS,
  type Format,
} from "./export-search";

const NAMES: Record<Exported, string> = { services: "Services", answers: "Answers", gaps: "Gaps" };
const FORMAT_TEXT: Record<Format, string> = {
  csv: "CSV, imports again",
  json: "JSON",
  ndjson: "NDJSON, one a line",
};

interface ExportMenuProps {
  /** What stands first; the rest is offered as CSV. */
  what: Exported;
  /** The filters of the page. */
  choice?: ExportChoice | undefined;
  /** Filters of the page that a file does not know, by name. */
  others?: readonly string[] | undefined;
  /** The page is as of another day; the files are of now. */
  past?: boolean | undefined;
}

/** What a page shows, as a file to take along. */
export function ExportMenu({ what, choice = {}, others = [], past = false }: ExportMenuProps) {
  const rest = (Object.keys(NAMES) as Exported[]).filter((each) => each !== what);
  return (
    <Menu
      align="end"
      className="w-64"
      triggerClass={buttonLook("plain", "normal", "whitespace-nowrap")}
      trigger={
        <>
          Export
          <ChevronDown aria-hidden="true" className="size-3 text-ink-3" />
        </>
      }
    >
      <MenuLabel>
        {exportWords(choice, others)}
        {past && " As it is now, not as of the day shown."}
      </MenuLabel>
      {FORMATS.map((format) => (
        <MenuDownload key={format} href={exportHref(what, format, choice)}>
          {NAMES[what]} as {FORMAT_TEXT[format]}
        </MenuDownload>
      ))}
      <MenuLine />
      {rest.map((each) => (
        <MenuDownload key={each} href={exportHref(each, "csv", choice)}>
          {NAMES[each]} as CSV
        </MenuDownload>
      ))}
    </Menu>
  );
}
