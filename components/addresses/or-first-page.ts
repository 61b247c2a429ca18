import { redirect } from "next/navigation";
import { AppError } from "@/lib/domain/errors";

/**
 * The page of a list that its address asks for. A cursor that leads nowhere, as an address that was cut off has one, leads to
 * the beginning of the list.
 * @param cursor "" where the address has none @param first the address of the beginning
 */
export function orFirstPage<T>(page: Promise<T>, cursor: string, first: string): Promise<T> {
  return page.catch((error: unknown) => {
    if (cursor !== "" && error instanceof AppError && error.code === "invalid_input") redirect(first);
    throw error;
  });
}
