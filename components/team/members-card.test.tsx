import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MembersCard } from "./members-card";

const person = (id: string, name: string, email: string | null = null) => ({ id, name, email });
const members = [
  { id: "a", name: "Ana", role: "member" },
  { id: "m", name: "Mira", role: "lead" },
] as const;
const render = (
  people: ReturnType<typeof person>[] | null,
  on: typeof members | [] = members,
  invite?: string,
) => renderToStaticMarkup(<MembersCard team="t" members={on} viewer="a" people={people} invite={invite} />);

describe("the members of a team", () => {
  it("are read-only, with the reason, for who may not change them", () => {
    const html = render(null);
    expect(html).toContain("Only admins change who is on a team.");
    expect(html).not.toMatch(/<(?:select|button)/);
    expect(html.indexOf("Mira")).toBeLessThan(html.indexOf("Ana"));
  });
  it("can be changed by an admin, who adds only those who are not on it, namesakes told apart by their address", () => {
    const html = render([person("a", "Ana"), person("j", "Jo"), person("x", "Lee", "lee@example.com")]);
    expect(html).toContain("Role of Mira");
    expect(html).toContain('<option value="j">Jo</option>');
    expect(html).toContain('<option value="x">Lee (lee@example.com)</option>');
    expect(html).not.toContain('<option value="a">');
  });
  it("offer to invite who is not there yet, also when everybody is on it", () => {
    expect(render([person("j", "Jo")], members, "Invite somebody")).toMatch(
      /Not in the list\?.*Invite somebody/,
    );
    expect(render([person("a", "Ana")], members, "Invite somebody")).toContain("Invite somebody");
    expect(render([person("j", "Jo")])).not.toContain("Not in the list?");
  });
  it("say when everybody is on it, and when nobody is", () => {
    expect(render([person("a", "Ana"), person("m", "Mira")])).toContain(
      "Everybody in the organisation is on this team.",
    );
    expect(render(null, [])).toContain("Nobody is on it yet.");
  });
});
