import "server-only";
import type { Scope } from "../../auth/scope";
import { log } from "../../config/log";
import type { ExportFilters, ExportFormat, ExportName } from "../../contracts/exports";
import type { Streamed } from "../../contracts/operation";
import { AppError } from "../../domain/errors";
import { csvCell } from "../../domain/import/cells";
import { ANSWERS } from "./answers";
import type { Export } from "./export";
import { GAPS } from "./gaps";
import { HISTORY } from "./history";
import { SERVICES } from "./services";

const EXPORTS: Record<ExportName, Export> = {
  services: SERVICES,
  answers: ANSWERS,
  gaps: GAPS,
  history: HISTORY,
};
const TYPES: Record<ExportFormat, string> = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  csv: "text/csv; charset=utf-8",
};

/**
 * Everything of one kind that the portfolio's filters leave, sent a page at a time as it is read: memory is that of two
 * pages.
 * @throws AppError not_found for a kind that is none
 */
export async function loadExport(
  _scope: Scope<"export:read">,
  what: string,
  { format = "json", ...choice }: ExportFilters,
  now: Date,
): Promise<Streamed> {
  if (!isExport(what)) {
    const message = `There is no export "${what.slice(0, 80)}": services, answers, gaps or history.`;
    throw new AppError("not_found", { message });
  }
  const texts = write(EXPORTS[what], choice, format, now);
  // Before anything is sent: what cannot be read is refused in words, not broken off.
  const first = await texts.next();
  const name = `plumbline-${what}-${now.toISOString().slice(0, 10)}.${format}`;
  const headers = { "content-disposition": `attachment; filename="${name}"` };
  return { contentType: TYPES[format], headers, body: streamOf(first, texts) };
}

const isExport = (what: string): what is ExportName => Object.hasOwn(EXPORTS, what);

type Choice = Omit<ExportFilters, "format">;

/** The text of an export, a page at a time. */
async function* write({ headers, pages }: Export, choice: Choice, format: ExportFormat, now: Date) {
  const head = { csv: `${headers.join(",")}\r\n`, json: '{"items":[\n', ndjson: "" }[format];
  let before = head;
  for await (const page of pages(choice, now)) {
    if (format === "csv") {
      const rows = page.cells().map((cells) => `${cells.map(csvCell).join(",")}\r\n`);
      yield before + rows.join("");
      before = "";
      continue;
    }
    const items = page.json();
    if (items.length === 0) continue;
    yield format === "json" ? before + items.join(",\n") : `${items.join("\n")}\n`;
    before = format === "json" ? ",\n" : "";
  }
  if (format === "json") yield `${before === head ? head : "\n"}],"nextCursor":null}\n`;
  else yield before;
}

function streamOf(first: IteratorResult<string, void>, rest: AsyncGenerator<string, void>) {
  let next: IteratorResult<string, void> | null = first;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = next ?? (await rest.next());
        next = null;
        if (done) controller.close();
        else controller.enqueue(Buffer.from(value));
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        log().error({ error: text }, "an export broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await rest.return();
    },
  });
}
