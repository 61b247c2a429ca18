import "server-only";
import { type PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Column } from "../export";
import { attribute, xmlText } from "./cell";
import { ROW_LIMIT, type Rows, sheetXml } from "./sheet";

interface Workbook {
  /** The name of its sheet; what does not fit goes on in "<title> 2". */
  title: string;
  columns: readonly Column[];
  rows: AsyncIterable<string[]>;
  /** When it is made. */
  at: Date;
  /** Rows that a sheet holds, its head included. */
  limit?: number;
}

/** A file within the archive that a workbook is: its path, and its text, made while it is written. */
interface Part {
  path: string;
  text: AsyncIterable<string> | Iterable<string>;
}

/** Speed before size: the lowest level packs XML to a twentieth. */
const COMPRESSION = 1;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The cell formats, in the order of STYLE: plain, head, day, instant, text that looks like a formula, money, link. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="#,##0.00"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * A workbook (ECMA-376) with one table, sent while its rows are read: texts stand in their cells as they are, numbers,
 * days and instants (in UTC) as such, nothing is ever a formula. What does not fit a sheet goes on in the next one.
 */
export async function* writeWorkbook({
  title,
  columns,
  rows,
  at,
  limit = ROW_LIMIT,
}: Workbook): AsyncGenerator<Buffer> {
  const iterator: Rows = rows[Symbol.asyncIterator]();
  async function* parts(): AsyncGenerator<Part> {
    let sheets = 0;
    let more: string[] | null = null;
    do {
      sheets += 1;
      const options = {
        first: sheets === 1,
        limit,
        told: (next: string[] | null) => {
          more = next;
        },
      };
      const links: string[] = [];
      yield {
        path: `xl/worksheets/sheet${sheets}.xml`,
        text: sheetXml(columns, iterator, { ...options, links }, more),
      };
      if (links.length > 0)
        yield { path: `xl/worksheets/_rels/sheet${sheets}.xml.rels`, text: [linksXml(links)] };
    } while (more !== null);
    yield* frame(title, sheets);
  }
  try {
    yield* zip(parts(), at);
  } finally {
    await iterator.return?.();
  }
}

/** The archive, sent while it is made. Whoever stops reading stops what it is made of; an error there breaks it off. */
function zip(parts: AsyncIterable<Part>, at: Date): AsyncIterable<Buffer> {
  const archive = new ZipFile();
  const output = archive.outputStream as PassThrough;
  let source: Readable | undefined;
  output.once("close", () => source?.destroy());
  const fill = async () => {
    for await (const { path, text } of parts) {
      if (output.destroyed) return;
      source = Readable.from(text, { highWaterMark: 1 });
      archive.addReadStream(source, path, { mtime: at, compressionLevel: COMPRESSION });
      await finished(source);
    }
    archive.end();
  };
  fill().catch((error) => output.destroy(error));
  return output;
}

/** Where the links of a sheet lead, in their order: what its cells name by `rId1` and so on. */
function linksXml(links: readonly string[]): string {
  const each = links.map(
    (url, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/hyperlink" Target="${attribute(url)}" TargetMode="External"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

/** What holds the sheets together. */
function* frame(title: string, sheets: number): Generator<Part> {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const file = (path: string, text: string): Part => ({ path, text: [XML + text] });
  const list = numbers.map(
    (n) => `<sheet name="${xmlText(n === 1 ? title : `${title} ${n}`)}" sheetId="${n}" r:id="rId${n}"/>`,
  );
  yield file(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets></workbook>`,
  );
  const links = numbers.map(
    (n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  yield file(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield { path: "xl/styles.xml", text: [STYLES] };
  yield file(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  const parts = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  yield file(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${parts.join("")}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  );
}
