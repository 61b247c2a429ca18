import type { Api } from "./fixtures";

/** What every-page tests look at: a team and a service with answers, and the address of each page. */
export async function everyPage(api: Api): Promise<{ signedIn: string[]; signedOut: string[] }> {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Payments & Ledger 🧾" });
  const service = await api.call<{ slug: string }>("POST", "/services", {
    name: "Checkout",
    team: team.slug,
    tier: 2,
    lifecycle: "live",
    tags: ["payments", "public"],
    description: "Takes the money.",
    links: [{ label: "Repository", url: "https://example.com/checkout" }],
  });
  const { questions } = await api.call<{ questions: { key: string }[] }>(
    "GET",
    `/services/${service.slug}/scorecard`,
  );
  const verdicts = ["yes", "partly", "no", "unclear", "not_applicable"];
  for (const [index, { key }] of questions.slice(0, 15).entries()) {
    await api.call("PUT", `/services/${service.slug}/answers/${key}`, {
      verdict: verdicts[index % verdicts.length],
      reason: "Card provider and mail have limits; the tax service has none.",
      expectedVersion: 0,
    });
  }
  const page = `/services/${service.slug}`;
  return {
    signedIn: [
      "/services",
      "/services?standing=working&q=check",
      "/services?q=nothing-matches-this",
      "/services/new",
      page,
      `${page}/assess`,
      `${page}/edit`,
      "/teams",
      "/teams/new",
      `/teams/${team.slug}`,
      `/teams/${team.slug}/edit`,
      "/checklists",
      "/checklists/production-readiness/versions/1",
      "/settings",
      "/no-such-page",
    ],
    signedOut: ["/sign-in"],
  };
}
