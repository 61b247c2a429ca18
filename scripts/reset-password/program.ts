import { resetPassword } from "../../lib/commands/people/reset-password";
import { databaseError } from "../../lib/db/errors";
import { AppError } from "../../lib/domain/errors";
import { endWith } from "../start/output.mjs";

const [email = ""] = process.argv.slice(2);

async function reset(): Promise<void> {
  const password = await resetPassword(email, new Date());
  console.log(`\nThe new password of ${email}: ${password}`);
  console.log("Sign in with it and change it under Settings. All sessions of this person have ended.\n");
}

endWith(reset(), (error) => (error instanceof AppError ? error : databaseError(error))?.message);
