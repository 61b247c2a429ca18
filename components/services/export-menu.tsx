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

const NAMES: Record<Exported, string> = {
  services: "Services",
  answers: "Answers",
  gaps: "Gaps",
  history: "History",
  exposure: "Exposure",
};
const FORMAT_TEXT: Record<Format, string> = {
  xlsx: "Excel",
  csv: "CSV, imports again",
  json: "JSON",
  ndjson: "NDJSON, one a line",
};
/** The formats of what does not stand first. */
const SHORT = ["xlsx", "csv"] as const satisfies readonly Format[];
/** What an import takes back. */
const IMPORTED: readonly Exported[] = ["services", "answers", "gaps"];
const formatText = (what: Exported, format: Format) =>
  format === "csv" && !IMPORTED.includes(what) ? "CSV" : FORMAT_TEXT[format];

interface ExportMenuProps {
  /** What stands first, in every format; the rest is offered as Excel and CSV. */
  what: Exported;
  /** The filters of the page. */
  choice?: ExportChoice | undefined;
  /** The page is as of another day; the files are of now. */
  past?: boolean | undefined;
}

/** What a page shows, as a file to take along. */
export function ExportMenu({ what, choice = {}, past = false }: ExportMenuProps) {
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
        {exportWords(what, choice)}
        {past && " As it is now, not as of the day shown."}
      </MenuLabel>
      {FORMATS.map((format) => (
        <MenuDownload key={format} href={exportHref(what, format, choice)}>
          {NAMES[what]} as {formatText(what, format)}
        </MenuDownload>
      ))}
      <MenuLine />
      {rest.map((each) =>
        SHORT.map((format) => (
          <MenuDownload key={`${each} ${format}`} href={exportHref(each, format, choice)}>
            {NAMES[each]} as {format === "xlsx" ? "Excel" : "CSV"}
          </MenuDownload>
        )),
      )}
    </Menu>
  );
}
