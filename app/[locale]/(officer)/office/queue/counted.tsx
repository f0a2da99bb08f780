import { useLocale } from "next-intl";
import { showDecimal } from "@/lib/forms/numbers";
import { countedUpTo } from "@/lib/reviews/counted-up-to";

/** A number of files; "1,000+" where nobody counts on. */
export function Counted({ count }: { count: number }) {
  const locale = useLocale();
  const shown = showDecimal(String(Math.min(count, countedUpTo)), locale);
  return count > countedUpTo ? `${shown}+` : shown;
}
