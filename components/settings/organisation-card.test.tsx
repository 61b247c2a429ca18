import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OrganisationCard } from "./organisation-card";

const render = (edit: boolean, admins: string[]) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <OrganisationCard
        organisation={{
          name: "Acme",
          timeZone: "America/New_York",
          currency: "ISK",
          version: 1,
          can: { edit },
        }}
        admins={admins}
        timeZones={["America/New_York"]}
      />
    </QueryClientProvider>,
  );

it("is a form for admins, with the currency in force among the choices", () => {
  const html = render(true, ["Ana"]);
  expect(html).toContain('value="Acme"');
  expect(html).toContain('<option value="ISK" selected="">');
});

it("is read-only for others, and says whom to ask", () => {
  const html = render(false, ["Ana", "Mira"]);
  expect(html).not.toMatch(/<(?:input|select|button)/);
  expect(html).toContain("America/New York");
  expect(html).toContain("Only admins change this: ask Ana or Mira.");
  expect(render(false, [])).toContain("Only admins change this.");
});
