/** `npm run demo`: the example portfolio into the data of this folder; `-- --remove` takes it out again. */
import { command, runOnDatabase } from "./start/command.mjs";
import { Problem } from "./start/output.mjs";

await command(async (words, signal) => {
  if (words.some((word) => word !== "--remove")) {
    throw new Problem(
      "npm run demo loads the example portfolio, npm run demo -- --remove takes it out again.",
    );
  }
  const title = words.length > 0 ? "Removing the example portfolio" : "Loading the example portfolio";
  await runOnDatabase("demo", { title, args: words, signal });
});
