/** Sends one statement with one JSON parameter: over Prisma in a transaction, over a plain connection in scripts. */
export type SendJson = (sql: string, json: string) => Promise<unknown>;

const AT_A_TIME = 400;

/**
 * Inserts many rows into a table, set-based: a few hundred a statement, so that each stays far from its time limit.
 * Rows get their serial ids in the order in which they come.
 * @param rows objects with the columns as keys, spelled as in the table; every row has the same ones
 */
export async function insertRows(send: SendJson, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(", ");
  const sql = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`;
  for (let start = 0; start < rows.length; start += AT_A_TIME) {
    await send(sql, JSON.stringify(rows.slice(start, start + AT_A_TIME)));
  }
}
