/** Tenths of a millimetre as millimetres, as they are typed in the language of the page. */
export function showTenths(tenths: number, locale: "en" | "fr"): string {
  const figure = (tenths / 10).toFixed(1).replace("-", "−");
  return locale === "fr" ? figure.replace(".", ",") : figure;
}
