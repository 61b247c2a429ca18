import { ORGANISATION } from "@/lib/auth/resources";
import { authorize } from "@/lib/auth/scope";
import { loadExample } from "@/lib/commands/example/load-example";
import { removeExample } from "@/lib/commands/example/remove-example";
import { db } from "@/lib/db/client";
import { withPatience } from "@/lib/db/transaction";
import { endWith } from "../start/output.mjs";

/** The first admin, on whose behalf whoever may read the data folder acts. */
async function admin() {
  const row = await db().person.findFirst({
    where: { admin: true, disabledAt: null },
    orderBy: { createdAt: "asc" },
  });
  if (!row) throw new Error("Nobody is here yet. Start Plumbline and set it up first: npm start");
  const { id, name, email, executive } = row;
  const actor = { id, admin: true, executive, teams: {} };
  return { sessionId: null, token: null, person: { id, name, email }, actor };
}

/** @returns what to say */
async function carryOut(remove: boolean): Promise<string> {
  const viewer = await admin();
  if (remove) {
    const scope = authorize(viewer, "example:remove", ORGANISATION, "npm run demo");
    const { services, kept } = await removeExample(scope, new Date());
    const stay = kept.length > 0 ? ` Teams that stay, because of real services: ${kept.join(", ")}.` : "";
    return services === 0
      ? "No example was here."
      : `The example is gone, with its ${services} services.${stay}`;
  }
  const scope = authorize(viewer, "example:load", ORGANISATION, "npm run demo");
  const { services, teams, people } = await loadExample(scope, new Date());
  return `The example is here: ${services} services of ${teams} teams, ${people} people.`;
}

endWith(withPatience("long", () => carryOut(process.argv.includes("--remove"))).then(console.log), (error) =>
  error instanceof Error ? error.message : null,
);
