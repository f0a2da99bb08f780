import { getLocale, getTranslations } from "next-intl/server";
import { roleList } from "@/app/[locale]/(officer)/office/users/role-list";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { listParticipants } from "@/lib/reference/queries";
import type { SearchGroup } from "@/lib/search/queries/search";

interface HitWords {
  readonly title: string;
  /** A number, read figure by figure. */
  readonly mono: boolean;
  /** Of whom or what it is, and what else tells it from others. */
  readonly of: readonly [string, string?];
  readonly state: string;
}

const listed = (...parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== "").join(", ");

/** How a row of each kind is written in the reader's language. */
export async function hitWords(): Promise<(hit: SearchGroup["hits"][number]) => HitWords> {
  const t = await getTranslations("search.words");
  const status = await getTranslations("status.office");
  const locale = await getLocale();
  const reference = { countries: [], participants: await listParticipants() };
  const rolesOf = await roleList();
  const country = (code: string | null) =>
    code === null ? null : nameIn(countryNames(reference, code), locale);

  return (hit) => {
    switch (hit.kind) {
      case "applications": {
        const { number, exporter, consignee, destination } = hit.row;
        const of = [exporter, listed(consignee, country(destination))] as const;
        return { title: number, mono: true, of, state: status(hit.row.status) };
      }
      case "certificates": {
        const { number, exporter, application, expired, expiresOn } = hit.row;
        const state = t(expired ? "expired" : "valid", { date: showDate(expiresOn, locale) });
        return { title: number, mono: true, of: [exporter, application], state };
      }
      case "imports": {
        const { number, exporter, issuer, remaining } = hit.row;
        const state = t("left", { carats: showDecimal(remaining, locale, "carats") });
        return { title: number, mono: true, of: [exporter, country(issuer) ?? ""], state };
      }
      case "seals": {
        const { seal, number, exporter, certificate } = hit.row;
        const state = listed(status(hit.row.status), certificate);
        return { title: seal, mono: true, of: [exporter, number], state };
      }
      case "exporters": {
        const { name, city, province, businessNumber, mergedInto } = hit.row;
        const number = businessNumber ? t("businessNumber", { number: businessNumber }) : undefined;
        return {
          title: name,
          mono: false,
          of: number ? [`${city} (${province})`, number] : [`${city} (${province})`],
          state: mergedInto === null ? "" : t("mergedInto", { name: mergedInto }),
        };
      }
      case "consignees": {
        const { name, number, exporter, destination } = hit.row;
        const of = [exporter, listed(number, country(destination))] as const;
        return { title: name, mono: false, of, state: status(hit.row.status) };
      }
      case "people": {
        const { firstName, lastName, email, roles, profiles } = hit.row;
        const title = `${firstName} ${lastName}`.trim() || (email ?? t("noName"));
        const state = roles.length > 0 ? rolesOf(roles) : t("acts", { count: profiles });
        return { title, mono: false, of: [email ?? t("noAddress")], state };
      }
    }
  };
}
