import type { Locator, Page } from "@playwright/test";
import { totalsOf } from "@/lib/applications/totals";
import { db } from "@/lib/db";
import { showDecimal } from "@/lib/forms/numbers";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { inState, markedAnswers, newMark } from "./support/scene";
import { beginning, labelled, wordsOf } from "./support/words";

/*
 * How many times an officer must act, from the queue on. A click, a field that is typed, an option that is
 * chosen and a key that is pressed count one each; reading counts nothing.
 */

const t = wordsOf("en");

// One after the other: both take what is next.
test.describe.configure({ mode: "serial" });

function hand() {
  let count = 0;
  const once = async (act: Promise<unknown>) => {
    count += 1;
    await act;
  };
  return {
    click: (what: Locator) => once(what.click()),
    type: (where: Locator, text: string) => once(where.fill(text)),
    choose: (where: Locator, value: string) => once(where.selectOption(value)),
    get count() {
      return count;
    },
  };
}

/** The queue, with the button that claims the first file and opens it. */
async function openQueue(page: Page): Promise<Locator> {
  await page.goto("/en/office/queue");
  return page.getByRole("button", { name: t("office.queue.next.button") });
}

const box = (page: Page, label: string) => page.getByRole("textbox", { name: labelled(label) });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function submitted() {
  const { exporterId, owner } = await newExporter();
  const reviewer = await newOfficer("reviewer");
  // Its seals are on no other certificate: nothing is to be explained.
  const answers = markedAnswers(newMark());
  const id = await inState.submitted({ exporterId, owner, reviewer }, answers);
  // Due before those of all other tests: it is the one that the queue hands out next.
  await db().application.update({
    where: { id },
    data: { dueAt: new Date("2020-01-06T15:00:00Z") },
  });
  return { id, reviewer, answers };
}
const statusOf = async (id: string) =>
  (await db().application.findUniqueOrThrow({ where: { id } })).status;

test("a clean file is recommended in ten interactions at most", async ({ openFor }) => {
  const { id, reviewer, answers } = await submitted();
  const page = await openFor(reviewer);
  const claim = await openQueue(page);
  const { carats, usd } = totalsOf(answers.origin?.origins ?? []);
  const act = hand();
  await act.click(claim);
  await act.type(box(page, t("office.review.read.carats")), showDecimal(carats, "en"));
  await act.type(box(page, t("office.review.read.usd")), showDecimal(usd, "en"));
  // To the paper on which the seals are.
  await act.click(page.locator(".papers a").nth(1));
  const seals = String(answers.goods?.seals?.length);
  await act.type(box(page, t("office.review.read.seals")), seals);
  const yes = page.getByRole("radio", { name: t("office.review.judge.yes"), exact: true });
  await expect(yes).toHaveCount(3);
  for (const one of await yes.all()) await act.click(one);
  await act.type(box(page, t("office.review.acts.reasons")), "All in order.");
  await act.click(press(page, t("office.review.acts.recommend")));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("office.queue.title"));
  expect(await statusOf(id)).toBe("recommended");
  expect(act.count).toBeLessThanOrEqual(10);
});

test("a file is returned with two requests in fourteen interactions at most", async ({
  openFor,
}) => {
  const { id, reviewer } = await submitted();
  const page = await openFor(reviewer);
  const claim = await openQueue(page);
  const act = hand();
  const places = page.getByRole("combobox", { name: labelled(t("office.return.section")) });
  const reasons = page.getByRole("textbox", { name: beginning(t("office.return.reason")) });
  await act.click(claim);
  await act.click(press(page, t("office.review.acts.return")));
  await act.choose(places.first(), "goods:seals");
  await act.type(reasons.first(), "One seal is missing.");
  await act.click(press(page, t("office.return.add")));
  await act.choose(places.nth(1), "consignee:consignee.postalCode");
  await act.type(reasons.nth(1), "Add the postal code.");
  await act.click(press(page, t("office.return.button")));
  await expect.poll(() => statusOf(id)).toBe("returned");
  expect(act.count).toBeLessThanOrEqual(14);
});
