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
  formatWords,
} from "./export-search";

const NAMES: Record<Exported, string> = {
  services: "Services",
  answers: "Answers",
  gaps: "Gaps",
  history: "History",
  exposure: "Exposure",
  waivers: "Waivers",
  launches: "Launches",
};
/** The formats of what does not stand first. */
const SHORT = ["xlsx", "csv"] as const satisfies readonly Format[];

interface ExportMenuProps {
  /** What stands first, in every format; the rest is offered as Excel and CSV. */
  what: Exported;
  /** The filters of the page. */
  choice?: ExportChoice | undefined;
  /** As of when the page, and with it the files, is (`choice.asOf`), in words: "at the end of 29 March 2026"; null now. */
  when?: string | null | undefined;
}

/** What a page shows, as a file to take along. */
export function ExportMenu({ what, choice = {}, when = null }: ExportMenuProps) {
  // Launches are taken along as they are now alone.
  const rest = (Object.keys(NAMES) as Exported[]).filter(
    (each) => each !== what && !(each === "launches" && choice.asOf),
  );
  return (
    <Menu
      align="end"
      className="w-72"
      triggerClass={buttonLook("plain", "normal", "whitespace-nowrap")}
      trigger={
        <>
          Export
          <ChevronDown aria-hidden="true" className="size-3 text-ink-3" />
        </>
      }
    >
      <MenuLabel>{exportWords(what, choice, when)}</MenuLabel>
      {FORMATS.map((format) => (
        <MenuDownload key={format} href={exportHref(what, format, choice)}>
          {NAMES[what]} as {formatWords(what, format, when !== null)}
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
