import { INCARNATION } from "../db/connection";

/** Up to where the database was read. */
export interface Position {
  /** Which transactions were visible: a pg_snapshot, as text. */
  seen: string;
  /** Differs where transactions have other numbers: another database, or a server that started anew. */
  cluster: string;
}

export const CLUSTER = `(SELECT "oid" FROM pg_database WHERE "datname" = current_database())::text || ' ' || ${INCARNATION}`;

/**
 * Which rows were not there when the database was last read up to `$1`: written by transactions that were not visible then
 * and are now, early ones that ended late included. A number that is still to be given out is of another cluster (rows that
 * a foreign tool copied from there) and says nothing: what this transaction wrote itself may be numbered beyond those that
 * ended, and is named.
 * @param column of type xid8, with an index
 */
export const isNew = (column: string): string =>
  `${column} >= pg_snapshot_xmin($1::text::pg_snapshot) AND (${column} < pg_snapshot_xmax(pg_current_snapshot())
      OR ${column} = pg_current_xact_id_if_assigned())
    AND NOT pg_visible_in_snapshot(${column}, $1::text::pg_snapshot)`;
