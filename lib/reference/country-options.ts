import type { Language } from "@/prisma/generated/enums";

const codes =
  "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE YT ZA ZM ZW";

/** Every country of an address, by name in the reader's language. An exporter may be anywhere (Act, s. 43). */
export function countryOptions(locale: Language): { value: string; text: string }[] {
  const names = new Intl.DisplayNames(`${locale}-CA`, { type: "region" });
  const { compare } = new Intl.Collator(locale, { sensitivity: "base" });
  return codes
    .split(" ")
    .map((code) => ({ value: code, text: names.of(code) ?? code }))
    .sort((a, b) => compare(a.text, b.text));
}
