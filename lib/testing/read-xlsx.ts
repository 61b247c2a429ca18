import { crc32, inflateRawSync } from "node:zlib";

/**
 * The files of a ZIP archive by path, read through its directory; every size and checksum is compared on the way.
 * @throws RangeError when the archive is not sound
 */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== 0x06054b50) throw new RangeError("no end of the directory");
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new RangeError("no line of the directory");
    const [crc, packed, size] = [16, 20, 24].map((field) => archive.readUInt32LE(at + field));
    const [nameLength = 0, extraLength = 0] = [28, 30].map((field) => archive.readUInt16LE(at + field));
    const path = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    if (archive.readUInt32LE(local) !== 0x04034b50) throw new RangeError(`no head of ${path}`);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const text = inflateRawSync(archive.subarray(start, start + (packed ?? 0)));
    if (text.length !== size || crc32(text) !== crc) throw new RangeError(`${path} is not what it was`);
    if (archive.readUInt32LE(start + (packed ?? 0)) !== 0x08074b50)
      throw new RangeError(`no tail of ${path}`);
    files.set(path, text.toString("utf8"));
    at += 46 + nameLength + extraLength;
  }
  return files;
}

/** A cell as a spreadsheet takes it. */
export interface ReadCell {
  value: string | number | boolean;
  style: number;
}

const ENTITY: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const plain = (xml: string) =>
  xml
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITY[entity] ?? "")
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The rows of a sheet, cells by their letters. */
export function readSheet(xml: string): Map<string, ReadCell>[] {
  return [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = ""]) => {
    const cells = row.matchAll(
      /<c r="([A-Z]+)\d+"(?: s="(\d)")?(?: t="(\w+)")?>(?:<is><t xml:space="preserve">(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gs,
    );
    return new Map(
      [...cells].map(([, letter = "", style, type, text, value]) => [
        letter,
        {
          value: type === "inlineStr" ? plain(text ?? "") : type === "b" ? value === "1" : Number(value),
          style: Number(style ?? 0),
        },
      ]),
    );
  });
}
