import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import type { Api } from "./fixtures";

export const PASSWORD = "walls are straight when measured";
export const address = (name: string) => `${name}-${randomUUID().slice(0, 8)}@example.com`;

export interface Made {
  slug: string;
}

/** A team with one service that nobody has answered. */
export async function aTeam(api: Api, name: string): Promise<{ team: string; service: string }> {
  const team = await api.call<Made>("POST", "/teams", { name });
  const body = { name: `${name} API`, team: team.slug, tier: 4, lifecycle: "live", tags: [] };
  const service = await api.call<Made>("POST", "/services", body);
  return { team: team.slug, service: service.slug };
}

/** Invites an address and joins by the link. @returns the id of the person */
export async function joined(api: Api, url: string, email: string, more: object = {}): Promise<string> {
  const { path } = await api.call<{ path: string }>("POST", "/people/invitations", { email, ...more });
  const token = new URL(path, url).searchParams.get("token");
  const body = { token, name: email.split("@")[0], password: PASSWORD };
  return (await api.call<{ person: string }>("POST", "/people/acceptances", body)).person;
}

/** The link that the dialog shows for an address. */
export const shownLink = (page: Page, email: string) =>
  page.getByRole("dialog").getByLabel(email, { exact: true });

/** Chooses a person by typing a part of their name, by keys alone. */
export async function typePerson(form: Locator, label: string, typed: string): Promise<void> {
  const field = form.getByRole("combobox", { name: label });
  await field.focus();
  await field.pressSequentially(typed);
  await form.page().getByRole("option").first().waitFor();
  await field.press("Enter");
}
