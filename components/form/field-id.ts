/** The id of a field's control, from its name: origins[0].carats → origins-0-carats. */
export function fieldId(name: string): string {
  return name.replace(/[^\w-]+/g, "-").replace(/-$/, "");
}
