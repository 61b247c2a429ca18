/** `npm run migrate`: bring the database to this release. */
import { command, runOnDatabase } from "./start/command.mjs";

await command((_, signal) => runOnDatabase("migrate", { title: "Migrating the database", signal }));
