/** What a list is asked for as its shortest query: what is not said, or goes without saying, is left out. */
export function shortest(
  filter: Readonly<Record<string, string>>,
  standing: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).filter(([name, said]) => said !== "" && said !== standing[name]),
  );
}
