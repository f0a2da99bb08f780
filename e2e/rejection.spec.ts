import { pageAddress } from "@/lib/mail/addresses";
import { env } from "@/lib/env";
import { db } from "@/lib/db";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { newSubmitted } from "@/tests/factories/applications";
import { expect, test } from "./fixtures";
import { mailWith } from "./support/mails";
import { beginning, labelled, wordsOf } from "./support/words";

test("a refusal: advised by one officer, signed by another, read by the exporter", async ({
  openFor,
}) => {
  const t = wordsOf("fr");
  const { exporterId, owner } = await newExporter();
  const email = `${owner.userId}@test.example`;
  await db().user.update({
    where: { id: owner.userId },
    data: { email, emailVerified: new Date(), language: "fr" },
  });
  const applicationId = await newSubmitted(owner, exporterId);
  const { number } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
  if (!number) throw new Error("no number");
  const at = (pathname: Parameters<typeof pageAddress>[2]) =>
    pageAddress(env().PORTAL_URL, "fr", pathname, { applicationId });
  const reasons = "La masse de la facture n’est pas celle de la demande.";

  const reviewer = await openFor(await newOfficer("reviewer"));
  await reviewer.goto(at("/office/review/[applicationId]"));
  await reviewer.getByRole("button", { name: t("office.review.acts.claim") }).click();
  await reviewer.getByRole("button", { name: t("office.review.acts.reject") }).click();
  await reviewer.getByRole("radio", { name: t("office.reject.grounds.not_accurate") }).check();
  const yes = reviewer.getByRole("radio", { name: t("office.review.judge.yes"), exact: true });
  await expect(yes).toHaveCount(3);
  for (const one of await yes.all()) await one.check();
  await reviewer
    .getByRole("textbox", { name: labelled(t("office.reject.reasons")) })
    .fill("Voir la facture, page 2.");
  await reviewer.getByRole("button", { name: t("office.reject.button") }).click();
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText(t("office.queue.title"));

  const signatory = await openFor(await newOfficer("signatory"));
  await signatory.goto(at("/office/issue/[applicationId]"));
  await expect(signatory.getByText("Voir la facture, page 2.").first()).toBeVisible();
  await signatory
    .getByRole("textbox", { name: beginning(t("office.sign.reject.reasons")) })
    .fill(reasons);
  await signatory.getByRole("button", { name: t("office.sign.reject.button") }).click();
  await expect(signatory.getByRole("heading", { level: 1 })).toHaveText(t("office.sign.title"));

  const exporter = await openFor(owner);
  await exporter.goto(at("/applications/[applicationId]"));
  await expect(
    exporter.getByRole("heading", { name: t("applications.hub.rejectedTitle") }),
  ).toBeVisible();
  await expect(exporter.getByText(reasons)).toBeVisible();
  await expect(exporter.getByText("Voir la facture")).toHaveCount(0);
  const { subject } = await mailWith(email, number, "rejetée");
  // The reader’s language comes first.
  expect(subject).toMatch(beginning(`Demande ${number} rejetée`));
});
