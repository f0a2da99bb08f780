import type { Page } from "@playwright/test";
import { purposes, type Purpose } from "@/lib/certificates/status/lists";
import { encodeList, signList } from "@/lib/certificates/status/signed-list";
import { env } from "@/lib/env";
import { db } from "@/lib/db";
import { signer } from "./seals";

type Said = readonly (readonly [index: number, bits: number])[];

/** Answers for both lists with what they are to say, signed with the portal's key at some time. */
export async function giveLists(
  page: Page,
  said: Partial<Record<Purpose, Said>>,
  signedAt = new Date(),
): Promise<void> {
  const by = await signer("credential");
  for (const purpose of purposes) {
    const encodedList = encodeList(purpose, said[purpose] ?? []);
    const portalUrl = env().PORTAL_URL;
    const body = await signList({ purpose, encodedList, signedAt, portalUrl }, by);
    await page.route(`**/status/${purpose}`, (route) => route.fulfill({ body }));
  }
}

/** The lists as they will be signed on the next quarter hour, which no test waits for. */
export async function giveListsOfNow(page: Page): Promise<void> {
  const rows = await db().certificateStatus.findMany();
  await giveLists(page, {
    revocation: rows.filter(({ revoked }) => revoked).map(({ index }) => [index, 1]),
    message: rows
      .filter(({ message }) => message > 0)
      .map(({ index, message }) => [index, message]),
  });
}
