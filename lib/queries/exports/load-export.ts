import "server-only";
import type { Scope } from "../../auth/scope";
import { log } from "../../config/log";
import {
  EXPORTS as EXPORT_NAMES,
  type ExportFilters,
  type ExportFormat,
  type ExportName,
  notForExport,
} from "../../contracts/exports";
import type { Streamed } from "../../contracts/operation";
import { inBulkhead } from "../../db/bulkhead";
import { AppError, reasonOf } from "../../domain/errors";
import { snapshotAt } from "../../snapshot/snapshot-at";
import { servicesOfGaps, withoutMe } from "../gaps/chosen-gaps";
import { ANSWERS } from "./answers";
import type { Export, ExportAsked, ExportPart } from "./export";
import { EXPOSURE } from "./exposure";
import { GAPS } from "./gaps";
import { HISTORY } from "./history";
import { LAUNCHES } from "./launches";
import { SERVICES } from "./services";
import { WAIVERS } from "./waivers";
import { TEXT } from "./write-text";
import { writeWorkbook } from "./xlsx/workbook";

/** How long the next piece waits for a place: what has begun to be sent can no longer be refused in words. */
const NEXT_PLACE_MS = 60_000;

const EXPORTS: Record<ExportName, Export> = {
  services: SERVICES,
  answers: ANSWERS,
  gaps: GAPS,
  history: HISTORY,
  exposure: EXPOSURE,
  launches: LAUNCHES,
  waivers: WAIVERS,
};
const TYPES: Record<ExportFormat, string> = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * Everything of one kind that the filters leave, now or as of an earlier instant (H3), sent a piece at a time as it is
 * read: memory is that of two pages.
 * @throws AppError not_found for a kind that is none; invalid_input for an instant that is still to come, and for what
 *   that kind cannot be asked for
 */
export async function loadExport(
  scope: Scope<"export:read">,
  what: string,
  { format = "json", ...filters }: ExportFilters,
  now: Date,
): Promise<Streamed> {
  if (!isExport(what)) {
    const message = `There is no export "${what.slice(0, 80)}": ${EXPORT_NAMES.join(", ")}.`;
    throw new AppError("not_found", { message });
  }
  const { fields: wanted, ...asking } = filters;
  const choice = withoutMe(asking, scope.viewer.person.id);
  const exported = EXPORTS[what];
  const snapshot = await snapshotAt(choice.asOf, now);
  const fields = wanted === undefined ? null : wanted.split(",");
  const known = isTable(format) ? exported.columns.map(({ name }) => name) : exported.members;
  refuse([
    ...notForExport(what, choice, snapshot.past),
    ...unknownFields(fields ?? [], known, isTable(format)),
  ]);
  const services = what === "gaps" ? servicesOfGaps(choice) : choice;
  const asked = { choice, services, snapshot, fields };
  const pieces = write(exported, { asked, at: now }, format);
  // Before anything is sent: what cannot be read is refused in words, not broken off.
  const first = await pieces.next();
  const name = `plumbline-${what}-${snapshot.day}.${format}`;
  const headers = { "content-disposition": `attachment; filename="${name}"` };
  return { contentType: TYPES[format], headers, body: streamOf(first, pieces) };
}

const isExport = (what: string): what is ExportName => Object.hasOwn(EXPORTS, what);

const isTable = (format: ExportFormat): boolean => format === "csv" || format === "xlsx";

/** The fields that there are not, or that are named twice. */
const unknownFields = (
  fields: readonly string[],
  known: readonly string[],
  table: boolean,
): { field: "fields"; message: string }[] =>
  fields.flatMap((name, index) => {
    const message = !known.includes(name)
      ? `There is no ${table ? "column" : "field"} "${name.slice(0, 80)}": ${known.join(", ")}.`
      : fields.indexOf(name) < index && `"${name}" stands here twice.`;
    return message ? [{ field: "fields", message }] : [];
  });

/** @throws AppError invalid_input with what is wrong, if anything is */
function refuse(fields: readonly { field: string; message: string }[]): void {
  const [stray] = fields;
  if (stray)
    throw new AppError("invalid_input", { message: `${stray.field}: ${stray.message}`, fields: [...fields] });
}

function write(
  { title, columns: all, pages }: Export,
  { asked, at }: { asked: ExportAsked; at: Date },
  format: ExportFormat,
): AsyncGenerator<string | Buffer> {
  const columns = asked.fields?.flatMap((name) => all.find((each) => each.name === name) ?? []) ?? all;
  const read = pages(asked);
  if (format !== "xlsx") return TEXT[format](columns, read);
  return writeWorkbook({ title, columns, rows: rowsOf(read), at });
}

async function* rowsOf(pages: AsyncIterable<ExportPart>): AsyncGenerator<string[]> {
  for await (const page of pages) yield* page.cells();
}

function streamOf(first: IteratorResult<string | Buffer, void>, rest: AsyncGenerator<string | Buffer, void>) {
  let next: IteratorResult<string | Buffer, void> | null = first;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = next ?? (await inBulkhead(() => rest.next(), NEXT_PLACE_MS));
        next = null;
        if (done) controller.close();
        else if (value.length > 0) controller.enqueue(typeof value === "string" ? Buffer.from(value) : value);
        else await this.pull?.(controller);
      } catch (error) {
        const text = reasonOf(error);
        log().error({ error: text }, "an export broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await rest.return();
    },
  });
}
