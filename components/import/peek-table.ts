/** How many rows are looked at for samples. */
const ROWS = 40;
/** Samples that a column shows, and how long each may be. */
const SAMPLES = 3;
const LENGTH = 40;

/** The first rows of a table, as far as it takes to show samples: quotes as in RFC 4180. */
export function peekRows(text: string, separator: string, most = ROWS): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((each) => each.trim() !== "")) rows.push(row);
    row = [];
    cell = "";
  };
  const source = text.replace(/^\ufeff/, "");
  for (let at = 0; at < source.length && rows.length < most; at += 1) {
    const sign = source.charAt(at);
    if (quoted && sign === '"' && source.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === "")) {
      quoted = !quoted;
      if (quoted) cell = "";
    } else if (quoted) cell += sign;
    else if (sign === separator) {
      row.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") endRow();
    else cell += sign;
  }
  if (rows.length < most) endRow();
  return rows;
}

/** What stands in each column: its first few different values, the headers left out. */
export function samplesOf(text: string, separator: string, columns: number): string[][] {
  const [, ...rows] = peekRows(text, separator);
  return Array.from({ length: columns }, (_, place) => {
    const values = rows
      .map((row) => (row[place] ?? "").replace(/\s+/g, " ").trim())
      .filter((value) => value !== "");
    return [...new Set(values)].slice(0, SAMPLES).map((value) => {
      const signs = [...value];
      return signs.length > LENGTH ? `${signs.slice(0, LENGTH - 1).join("")}…` : value;
    });
  });
}
