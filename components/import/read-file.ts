import { SPLIT } from "@/lib/domain/import-rows";
import type { Part } from "./parts";

/** A file as it can be imported, or why not; `note` says what was assumed. */
export type ReadFile = { part: Part; note: string | null } | { problem: string };

/** Beyond this a file is not even read: its request would be far too large. */
const MOST_FILE_BYTES = 5_000_000;

const starts = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);

/** The text of a file, whatever wrote it: UTF-8, UTF-16 with its mark, else as older spreadsheets save. */
export function decodeFile(name: string, bytes: Uint8Array): ReadFile {
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const how = "save it as CSV there, or copy its rows and paste them here";
    return { problem: `${name} is a spreadsheet or an archive, not text: ${how}.` };
  }
  const read = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  const part = (text: string, note: string | null = null): ReadFile =>
    text.includes("\u0000") ? { problem: `${name} is not text.` } : { part: { name, text }, note };
  try {
    if (starts(bytes, 0xff, 0xfe)) return part(read("utf-16le"));
    if (starts(bytes, 0xfe, 0xff)) return part(read("utf-16be"));
    return part(read("utf-8"));
  } catch {
    const check = "check that names with accents look right";
    return part(
      new TextDecoder("windows-1252").decode(bytes),
      `${name} is not UTF-8. It was read as Windows-1252: ${check}.`,
    );
  }
}

/** Reads the files that somebody chose or dropped: those that can be imported, and what is to be said of the others. */
export async function readFiles(
  files: readonly File[],
): Promise<{ parts: Part[]; problems: string[]; notes: string[] }> {
  const parts: Part[] = [];
  const problems: string[] = [];
  const notes: string[] = [];
  for (const file of files) {
    if (file.size > MOST_FILE_BYTES) {
      problems.push(
        `${file.name} has ${Math.round(file.size / 1_000_000)} MB, and one import may carry 1 MB. ${SPLIT}`,
      );
      continue;
    }
    const bytes = await file.arrayBuffer().catch(() => null);
    const read =
      bytes === null
        ? { problem: `${file.name} cannot be read; is it a folder?` }
        : decodeFile(file.name, new Uint8Array(bytes));
    if ("problem" in read) problems.push(read.problem);
    else {
      parts.push(read.part);
      if (read.note !== null) notes.push(read.note);
    }
  }
  return { parts, problems, notes };
}
