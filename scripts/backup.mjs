/** `npm run backup -- FILE`: everything that Plumbline knows into one file, while it goes on running. */
import { command, fromCaller, runOnDatabase } from "./start/command.mjs";
import { Problem } from "./start/output.mjs";

await command(async ([target, ...more], signal) => {
  if (!target || more.length > 0) throw new Problem("Say where to: npm run backup -- plumbline.tar.gz");
  await runOnDatabase("backup", { title: "Backing up", args: [fromCaller(target)], signal });
});
