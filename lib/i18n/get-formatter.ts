import "server-only";
import { getLocale } from "next-intl/server";
import { formatterFor } from "@/lib/i18n/formatter";

/** For pages and parts that wait for what they show. */
export async function getFormatter() {
  return formatterFor(await getLocale());
}
