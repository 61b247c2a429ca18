import pg from "pg";

/**
 * Does something and notes every statement that this process sends to Postgres meanwhile, whoever sends it; what a
 * connection is told of its limits when it is made is not one.
 * @returns the result, and the statements in the order in which they were sent
 */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...sent: unknown[]) {
    const [first] = sent;
    statements.push(
      typeof first === "string" ? first : String((first as { text?: unknown } | undefined)?.text),
    );
    return Reflect.apply(query, this, sent);
  } as typeof query;
  try {
    return { result: await work(), statements: statements.filter((each) => !each.startsWith("SET ")) };
  } finally {
    pg.Client.prototype.query = query;
  }
}
