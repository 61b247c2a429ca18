import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { ADMIN, signIn, test } from "./fixtures";
import { address, aTeam, joined, PASSWORD, shownLink } from "./people";

test("an admin invites two people; one joins, begins where the team has nothing, and is kept out later", async ({
  page,
  api,
  browser,
  server,
}) => {
  const name = `Ledger ${randomUUID().slice(0, 4)}`;
  const { team, service } = await aTeam(api, name);
  const [dana, lee] = [address("dana"), address("lee")];

  await page.goto("/settings/people");
  await page.getByRole("button", { name: "Invite people" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail addresses").fill(`Dana Roth <${dana}>, not-an-address`);
  await dialog.getByRole("button", { name: "Invite" }).click();
  await expect(dialog.getByText(/“not-an-address” is not an e-mail address/)).toBeVisible();
  await dialog.getByLabel("E-mail addresses").fill(`Dana Roth <${dana}>\n${lee}`);
  await dialog.getByLabel("Add a team").selectOption({ label: name });
  await dialog.getByRole("button", { name: "Invite" }).click();
  await expect(dialog.getByRole("heading", { name: "2 people are invited" })).toBeVisible();
  await expect(dialog.getByText(`for ${dana} only`)).toBeVisible();
  const link = await shownLink(page, dana).inputValue();
  expect(link).toContain(`${server.url}/join?token=`);
  await dialog.getByRole("button", { name: "Done" }).click();

  const row = page.getByRole("listitem").filter({ hasText: lee });
  await expect(row).toContainText(`Invited by ${ADMIN.name}`);
  await row.getByRole("button", { name: /^New link/ }).click();
  await expect(shownLink(page, lee)).toHaveValue(/\/join\?token=/);
  await dialog.getByRole("button", { name: "Done" }).click();
  await row.getByRole("button", { name: /^Take back/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
  await expect(row).toHaveCount(0);

  const outside = await browser.newContext();
  const guest = await outside.newPage();
  const referrers: string[] = [];
  guest.on("request", (request) => referrers.push(request.headers().referer ?? ""));

  await test.step("the link names organisation, address and team; a short password is refused", async () => {
    await guest.goto(`${server.url}/sign-in`);
    await guest.goto(link);
    await expect(guest.getByRole("heading", { level: 1 })).toContainText(`${ADMIN.name} invites you to`);
    await expect(guest.getByText(`on the team ${name}`)).toBeVisible();
    await expect(guest.getByLabel("E-mail")).toHaveValue(dana);
    await guest.getByLabel("Your name").fill("Dana Roth 🌊");
    await guest.getByLabel("Password", { exact: true }).fill("too short");
    await guest.getByRole("button", { name: "Join" }).click();
    await expect(guest.getByText(/Use at least 12 characters/)).toBeVisible();
    await expect(guest.getByLabel("Your name")).toHaveValue("Dana Roth 🌊");
  });

  await test.step("joining signs in, leaves no token in the address, and tells nobody of it", async () => {
    await guest.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await guest.getByRole("button", { name: "Join" }).click();
    await expect(guest).toHaveURL(`${server.url}/work`);
    expect(referrers.filter((referrer) => referrer.includes("token"))).toEqual([]);
    await guest.goBack({ waitUntil: "load" });
    expect(guest.url()).not.toContain("token");
    await guest.goto(`${server.url}/work`);
  });

  await test.step("the first screen leads straight to the questions", async () => {
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText(
      `Your team ${name} has 1 service; ${name} API is unanswered.`,
    );
    await guest.getByRole("link", { name: `Answer for ${name} API` }).click();
    await expect(guest).toHaveURL(new RegExp(`/services/${service}/assess`));
    await guest.getByRole("radio", { name: /^Yes/ }).first().check({ force: true });
    await expect(guest.getByText(/^All saved/).first()).toBeVisible();
    await guest.goto(`${server.url}/work`);
    await expect(guest.getByRole("heading", { level: 1 })).toContainText("left to answer");
  });

  await test.step("a link that was used, and one that was taken back, say so", async () => {
    await guest.goto(link);
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This invitation was used already.");
    await guest.goto(`${server.url}/join?token=of-no-invitation-at-all-${randomUUID()}`);
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This link is not an invitation.");
  });

  await test.step("disabling says what it does, and ends the session", async () => {
    await page.goto(`/settings/people?q=${encodeURIComponent(dana)}`);
    await page.getByRole("link", { name: "Dana Roth" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`is on ${name}`);
    await page.getByRole("button", { name: "Disable" }).click();
    const question = page.getByRole("alertdialog");
    await expect(question).toContainText("Their 1 session ends at once.");
    await question.getByRole("button", { name: "Disable" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("is disabled");
    await guest.goto(`${server.url}/work`);
    await expect(guest).toHaveURL(/\/sign-in/);
    await page.getByRole("button", { name: "Enable" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`is on ${name}`);
    await page.getByLabel(`Role in ${name}`).selectOption("lead");
    await expect
      .poll(async () => (await api.call<{ members: { role: string }[] }>("GET", `/teams/${team}`)).members)
      .toMatchObject([{ role: "lead" }]);
  });
  await outside.close();
});

test("an invitation opened where somebody else is signed in asks to sign out first", async ({
  page,
  api,
}) => {
  const email = address("kim");
  const { path } = await api.call<{ path: string }>("POST", "/people/invitations", { email });
  await page.goto(path);
  await expect(page.getByText(`In this browser ${ADMIN.name} is signed in.`)).toBeVisible();
  await page.getByRole("button", { name: "Sign out and join" }).click();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
});

test("rights: a conflict keeps both, and the last admin stays one", async ({ page, api, server }) => {
  const email = address("mira");
  const id = await joined(api, server.url, email);

  await page.goto(`/settings/people/${id}`);
  await page.getByRole("checkbox", { name: "Executive" }).check();
  await api.call("PATCH", `/people/${id}`, { name: "Mira Anand" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Somebody else changed this person while you were typing.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Mira Anand");
  await expect(page.getByRole("checkbox", { name: "Executive" })).toBeChecked();
  await page.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(() => api.call("GET", `/people/${id}`))
    .toMatchObject({ name: "Mira Anand", executive: true });

  const me = await api.call<{ id: string }>("GET", "/people/me");
  const admins = await api.call<{ items: { id: string }[] }>("GET", "/people?rights=admin&state=enabled");
  for (const other of admins.items.filter((each) => each.id !== me.id)) {
    await api.call("PATCH", `/people/${other.id}`, { admin: false });
  }
  await page.goto(`/settings/people/${me.id}`);
  await page.getByRole("checkbox", { name: "Admin" }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "admin" })).toContainText(
    "This is the last admin: make somebody else one first.",
  );
});

test("who is no admin reads people, and changes nothing", async ({ api, browser, server }) => {
  const email = address("rut");
  const id = await joined(api, server.url, email);
  const context = await browser.newContext();
  await signIn(context.request, server.url, { name: "Rut", email, password: PASSWORD });
  const page = await context.newPage();
  await page.goto(`${server.url}/settings/people`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("people");
  await expect(page.getByRole("button", { name: "Invite people" })).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Invitations" })).toHaveCount(0);
  await page.goto(`${server.url}/settings/people?rights=admin`);
  await page.getByRole("link", { name: ADMIN.name }).click();
  await expect(page.getByText("Only admins change rights and teams.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Disable" })).toHaveCount(0);
  await page.goto(`${server.url}/settings/people/${id}`);
  await expect(page.getByRole("list", { name: "Sessions" })).toBeVisible();
  await page.goto(`${server.url}/work`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are on no team yet.");
  await context.close();
});

test("a team is filled with people who are not there yet", async ({ page, api }) => {
  const { team } = await aTeam(api, `Mail ${randomUUID().slice(0, 4)}`);
  const email = address("zoe");
  await page.goto(`/teams/${team}`);
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel(/^Role in Mail/)).toHaveValue("member");
  await dialog.getByLabel("E-mail addresses").fill(email);
  await dialog.getByRole("button", { name: "Invite" }).click();
  await expect(shownLink(page, email)).toHaveValue(/\/join\?token=/);
});
