import "server-only";
import type { ExportFormat } from "../../contracts/exports";
import { csvCell } from "../../domain/cells";
import type { Export, ExportPart } from "./export";

/** How much is handed on at a time, in characters: enough to be worth it, little enough to be gone soon. */
const PIECE = 131_072;

type Write = (columns: Export["columns"], pages: AsyncIterable<ExportPart>) => AsyncGenerator<string>;

/** How pages become text, by format. */
export const TEXT: Record<Exclude<ExportFormat, "xlsx">, Write> = {
  async *csv(columns, pages) {
    let text = `${columns.map(({ name }) => name).join(",")}\r\n`;
    for await (const page of pages) {
      for (const cells of page.cells()) {
        text += `${cells.map(csvCell).join(",")}\r\n`;
        if (text.length < PIECE) continue;
        yield text;
        text = "";
      }
    }
    yield text;
  },

  async *ndjson(_, pages) {
    let text = "";
    for await (const page of pages) {
      for (const item of page.json()) {
        text += `${item}\n`;
        if (text.length < PIECE) continue;
        yield text;
        text = "";
      }
    }
    yield text;
  },

  async *json(_, pages) {
    let text = '{"items":[';
    let before = "\n";
    for await (const page of pages) {
      for (const item of page.json()) {
        text += before + item;
        before = ",\n";
        if (text.length < PIECE) continue;
        yield text;
        text = "";
      }
    }
    yield `${text}\n],"nextCursor":null}\n`;
  },
};
