/**
 * Reads a time of the day as people write it in either language: 9:00, 09 h 30, 14h05, 8 h. Minutes after midnight,
 * or null where it cannot be one.
 */
export function readTime(typed: string): number | null {
  const text = typed.toLowerCase().replace(/[\s\u00A0\u202F]+/gu, "");
  const [, hours, minutes = "0"] = /^(\d{1,2})(?::(\d\d)|h(?:(\d\d))?(?:min)?)?$/.exec(
    text.replace(/^(\d{1,2})h(\d\d)(?:min)?$/, "$1:$2"),
  ) ?? [undefined, undefined];
  if (hours === undefined) return null;
  const [h, m] = [Number(hours), Number(minutes)];
  return h < 24 && m < 60 ? h * 60 + m : null;
}
