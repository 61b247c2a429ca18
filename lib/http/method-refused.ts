import "server-only";
import { AppError } from "../domain/errors";
import { listed } from "../domain/words";

/** These every address takes that can be read; to say so helps nobody. */
const UNSAID = ["HEAD", "OPTIONS"];

/** The refusal of a method. @param takes what the address takes instead; null where no address takes it */
export function methodRefused(method: string, takes: readonly string[] | null): AppError {
  const said = takes?.filter((each) => !UNSAID.includes(each)) ?? [];
  const message =
    takes === null
      ? `No address here takes ${method}.`
      : `This address does not take ${method}; it takes ${listed(said)}.`;
  return new AppError("method_not_allowed", { message });
}
