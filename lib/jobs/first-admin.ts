import { randomUUID } from "node:crypto";
import { createOrganisation } from "../commands/organisation/set-up";
import { env } from "../config/env";
import { log } from "../config/log";
import { AppError } from "../domain/errors";

/**
 * Sets up an unattended installation from PLUMBLINE_ADMIN_EMAIL and PLUMBLINE_ADMIN_PASSWORD; does nothing when it is
 * set up already. The name, time zone and currency can be changed in the settings.
 * @throws Error when the password is one of the common ones
 */
export async function setUpFirstAdmin(now: Date): Promise<void> {
  const { PLUMBLINE_ADMIN_EMAIL: email, PLUMBLINE_ADMIN_PASSWORD: password } = env();
  if (!email || !password) return;
  const admin = { name: email.split("@")[0] ?? email, email: email.toLowerCase(), password };
  try {
    await createOrganisation(
      { organisation: { name: "My organisation", timeZone: "UTC", currency: "EUR" }, admin },
      now,
      randomUUID(),
    );
    log().info({ email }, "set up the organisation and its first admin");
  } catch (error) {
    if (error instanceof AppError && error.code === "already_set_up") return;
    if (error instanceof AppError) throw new Error(`PLUMBLINE_ADMIN_PASSWORD: ${error.message}`);
    throw error;
  }
}
