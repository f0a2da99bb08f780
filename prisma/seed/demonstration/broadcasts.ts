import type { OfficerViewer } from "@/lib/auth/viewer";
import { planBroadcast } from "@/lib/broadcasts/commands/plan";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { momentInOttawa } from "@/lib/reference/working-time";

/** Of the announcement: planned once, however often the demonstration is made. */
const id = "019abf00-0000-7000-8000-000000000101";
const eight = 8 * 60;

/** An announcement to everybody about the holidays that come next. */
export async function makeBroadcast(ava: OfficerViewer): Promise<void> {
  if (await db().broadcast.findUnique({ where: { id } })) return;
  const today = todayInOttawa();
  const thisYear = Number(today.slice(0, 4));
  const year = today < `${thisYear}-12-24` ? thisYear : thisYear + 1;
  const planned = await planBroadcast(ava, id, {
    titleEn: "The Office is closed on December 25 and 26",
    titleFr: "Le Bureau est fermé les 25 et 26 décembre",
    textEn:
      "No certificate is issued on these days, and the service standard does not count them.\nThe portal stays open: you can prepare and submit applications at any time.",
    textFr:
      "Aucun certificat n’est délivré ces jours-là, et la norme de service ne les compte pas.\nLe portail reste ouvert\u00A0: vous pouvez préparer et soumettre des demandes à tout moment.",
    urgent: false,
    everybody: true,
    numbers: [],
    shownFrom: momentInOttawa(`${year}-12-18`, eight),
    shownUntil: momentInOttawa(`${year}-12-29`, eight),
  });
  if (!planned.ok) throw new Error(planned.error);
}
