import { SERVICE_TEXT_NAMES } from "../domain/service-texts";
import { Prisma } from "./generated/client";

/** The columns of the texts of services, one after the other. @param alias of the table: "s" */
export const textColumns = (alias?: string): Prisma.Sql =>
  Prisma.raw(SERVICE_TEXT_NAMES.map((name) => `${alias ? `${alias}.` : ""}"${name}"`).join(", "));

/** The same, each followed by its type. */
export const TYPED_TEXTS = Prisma.raw(SERVICE_TEXT_NAMES.map((name) => `"${name}" text`).join(", "));

/** What sets them to those of another row. */
export const textsFrom = (alias: string): Prisma.Sql =>
  Prisma.raw(SERVICE_TEXT_NAMES.map((name) => `"${name}" = ${alias}."${name}"`).join(", "));
