interface Address {
  readonly addressLines?: readonly string[] | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
}

/** An address as lines to read: street lines, then city, region and postal code together. */
export function addressText({ addressLines = [], city, region, postalCode }: Address): string[] {
  const place = [city, region].filter(Boolean).join(" ");
  const last = [place, postalCode].filter(Boolean).join("\u2002");
  return [...addressLines, last].filter((line) => line !== "");
}
