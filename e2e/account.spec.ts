import { db } from "@/lib/db";
import { alternateAddress } from "@/lib/i18n/alternate";
import type { Locale } from "@/lib/i18n/routing";
import { newAddress, newArrival } from "@/tests/factories/arrival";
import { asOwner } from "@/tests/factories/owner";
import { newExporter, newOfficer, newPerson, newRepresentative } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, test } from "./fixtures";
import { h1, linkFor, pressLink } from "./support/arrival";
import { formsOn } from "./support/forms";
import { mailWith, plain } from "./support/mails";
import { cookieOf, post } from "./support/requests";
import { beginning, labelled, wordsOf } from "./support/words";

/* What people see and change of their own account. */

const at = (locale: Locale, path: string) =>
  locale === "en" ? `/en${path}` : alternateAddress(`/en${path}`, "").href;

for (const locale of ["en", "fr"] as const) {
  const t = wordsOf(locale);
  for (const script of [true, false]) {
    test.describe(`the account in ${locale}, ${script ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled: script });

      test("details", async ({ openFor }) => {
        const officer = await newOfficer("reviewer");
        const page = await openFor(officer);
        await page.goto(at(locale, "/office/queue"));
        await page.getByRole("link", { name: t("frame.account") }).click();
        await expect(h1(page)).toHaveText(t("account.title"));
        await page.getByRole("link", { name: t("account.details.change") }).click();
        const box = (label: string) => page.getByRole("textbox", { name: labelled(label) });
        await box(t("account.details.titleFr")).fill("Agente d’examen");
        await box(t("account.details.phone")).fill("nobody");
        await page.getByRole("button", { name: t("account.details.save") }).click();
        await expect(page.locator(".error-summary")).toContainText(
          plain(t("errors.person.phone.invalid")),
        );
        await expect(page).toHaveTitle(beginning(t("form.error")));
        await expect(box(t("account.details.titleFr"))).toHaveValue("Agente d’examen");
        await box(t("account.details.phone")).fill("613-555-0123");
        await page.getByRole("button", { name: t("account.details.save") }).click();
        await expect(page.getByRole("status")).toContainText(plain(t("account.saved.title")));
        expect(await db().user.findUnique({ where: { id: officer.userId } })).toMatchObject({
          titleFr: "Agente d’examen",
          phone: "613-555-0123",
        });
        const events = await db().event.findMany({
          where: { actorId: officer.userId, kind: "person.changed" },
        });
        expect(events.map(({ data }) => data)).toEqual([{ fields: ["phone", "titleFr"] }]);

        const exporter = await openFor(await newPerson());
        await exporter.goto(at(locale, "/account/details"));
        await expect(
          exporter.getByRole("textbox", { name: labelled(t("account.details.titleFr")) }),
        ).toHaveCount(0);
      });

      test("another address", async ({ openFor }) => {
        const person = await newPerson();
        const { email: former } = await db().user.update({
          where: { id: person.userId },
          data: { language: locale },
        });
        const page = await openFor(person);
        await page.goto(at(locale, "/account/email"));
        const box = page.getByRole("textbox", { name: labelled(t("account.email.new")) });
        await box.fill(former?.toUpperCase() ?? "");
        await page.getByRole("button", { name: t("account.email.button") }).click();
        await expect(page.locator(".error-summary")).toContainText(
          plain(t("errors.person.email.unchanged")),
        );
        const email = newAddress();
        await box.fill(email);
        await page.getByRole("button", { name: t("account.email.button") }).click();
        await expect(
          page.getByRole("heading", { name: t("account.email.pending.title") }),
        ).toBeVisible();
        await expect(page.getByText(former ?? "")).toBeVisible();
        await pressLink(page, locale, await linkFor(email, locale));
        await expect(page.getByRole("status")).toContainText(
          plain(t("account.email.changed.title")),
        );
        await mailWith(former ?? "", t("mail.people.addressChanged.subject"));
      });

      test("sessions, ended one by one and all at once", async ({ openFor, page: stranger }) => {
        const person = await newPerson();
        const [here, there, third] = [
          await openFor(person),
          await openFor(person),
          await openFor(person),
        ];
        // Several at once are allowed.
        for (const page of [here, there, third]) {
          await page.goto(at(locale, "/applications"));
          await expect(h1(page)).toHaveText(t("applications.title"));
        }
        await here.goto(at(locale, "/account"));
        await here.getByRole("link", { name: t("account.sessions.link") }).click();
        await expect(here.getByRole("row")).toHaveCount(4);
        await expect(here.getByText(t("account.sessions.here"), { exact: true })).toHaveCount(1);
        await here.locator("table form button").first().click();
        await expect(here.getByRole("status")).toContainText(
          plain(t("account.sessions.ended.title")),
        );
        await expect(here.getByRole("row")).toHaveCount(3);
        await third.goto(at(locale, "/applications"));
        await there.goto(at(locale, "/applications"));
        const titles = [await h1(third).textContent(), await h1(there).textContent()];
        expect(titles.sort()).toEqual([t("applications.title"), t("signIn.title")].sort());

        await here.getByRole("button", { name: t("account.sessions.everywhere") }).click();
        await expect(h1(here)).toHaveText(t("signedOut.title"));
        expect(await db().session.count({ where: { userId: person.userId } })).toBe(0);
        for (const page of [here, there, third, stranger]) {
          await page.goto(at(locale, "/applications"));
          await expect(h1(page)).toHaveText(t("signIn.title"));
        }
      });
    });
  }
}

test("every page of the account, in both languages", async ({ openFor }) => {
  const { exporterId, owner } = await newExporter();
  const representative = await newRepresentative(exporterId);
  const requester = await newArrival();
  await db().credentialRequest.create({
    data: { requesterId: requester.userId, userId: representative.userId },
  });
  for (const person of [owner, await newOfficer("administrator")]) {
    const page = await openFor(person);
    for (const path of ["", "/details", "/email", "/sessions", "/credentials"]) {
      await page.goto(`/en/account${path}`);
      await expect(h1(page)).toBeVisible();
      await expectAccessibleInBoth(page);
    }
  }
});

test("a role that was taken or given holds from the next request", async ({ openFor }) => {
  const t = wordsOf("en");
  const officer = await newOfficer("reviewer");
  const page = await openFor(officer);
  const change = (roles: string) =>
    asOwner(
      `INSERT INTO "OfficerChange" ("userId", roles, reason) VALUES ($1, $2::"OfficerRole"[], 'for a test')`,
      [officer.userId, roles],
    );
  await page.goto("/en/office/queue");
  await expect(h1(page)).toHaveText(t("office.queue.title"));
  await page.goto("/en/office/issue");
  await expect(h1(page)).toHaveText(t("noAccess.title"));
  await change("{reviewer,signatory}");
  await page.goto("/en/office/issue");
  await expect(h1(page)).not.toHaveText(t("noAccess.title"));
  await change("{}");
  await page.goto("/en/office/queue");
  await expect(h1(page)).toHaveText(t("noAccess.title"));
});

test.describe("a request for a new credential", () => {
  test.use({ javaScriptEnabled: false });
  test("is decided by nobody whom it is not put to", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const representative = await newRepresentative(exporterId);
    const requester = await newPerson();
    const request = await db().credentialRequest.create({
      data: { requesterId: requester.userId, userId: representative.userId },
    });
    const page = await openFor(owner);
    await page.goto("/en/account/credentials");
    const forms = (await formsOn(page)).filter(({ does }) => does.includes("credentials/actions"));
    expect(forms.map(({ does }) => does.split(" ").at(-1))).toEqual(["agree", "refuse"]);
    const send = async (userId: string | null, fields: (typeof forms)[number]["fields"]) => {
      const data = new FormData();
      for (const [name, value] of fields) data.append(name, value);
      const cookie = userId ? await cookieOf(userId) : null;
      return post("/en/account/credentials", { name: "somebody", cookie }, data);
    };
    const open = () => db().credentialRequest.count({ where: { id: request.id, decidedAt: null } });
    const others = [
      null,
      requester.userId,
      representative.userId,
      (await newExporter()).owner.userId,
      (await newOfficer("reviewer", "signatory")).userId,
    ];
    for (const { fields } of forms) {
      for (const userId of others) {
        await send(userId, fields);
        expect(await open()).toBe(1);
      }
    }
    const [agree] = forms;
    const answer = await send(owner.userId, agree?.fields ?? []);
    expect(answer.location).toBe("/en/account/credentials?outcome=accepted");
    expect(await open()).toBe(0);
  });
});
