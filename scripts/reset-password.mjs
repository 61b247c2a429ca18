/** `npm run reset-password -- ana@example.com`: a new password for somebody who lost theirs, printed once. */
import { command, runOnDatabase } from "./start/command.mjs";
import { Problem } from "./start/output.mjs";

await command(async ([email], signal) => {
  if (!email) throw new Problem("Say whose: npm run reset-password -- ana@example.com");
  await runOnDatabase("reset-password", { title: "Resetting the password", args: [email], signal });
});
