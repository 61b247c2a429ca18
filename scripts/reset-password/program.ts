import { resetPassword } from "../../lib/commands/people/reset-password";
import { databaseError } from "../../lib/db/errors";
import { AppError } from "../../lib/domain/errors";

const [email = ""] = process.argv.slice(2);

resetPassword(email, new Date()).then(
  (password) => {
    console.log(`\nThe new password of ${email}: ${password}`);
    console.log("Sign in with it and change it under Settings. All sessions of this person have ended.\n");
    process.exit(0);
  },
  (error) => {
    const known = error instanceof AppError ? error : databaseError(error);
    console.error(`\n${known?.message ?? error?.stack ?? error}\n`);
    process.exit(1);
  },
);
