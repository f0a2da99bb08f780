import { officeZone } from "@/lib/clock";

const hourInOttawa = new Intl.DateTimeFormat("en-CA", {
  timeZone: officeZone,
  hour: "numeric",
  hourCycle: "h23",
});

/** How one is greeted at this time of the day, in Ottawa. */
export function greetingAt(instant: Date): "morning" | "afternoon" | "evening" {
  const hour = Number(hourInOttawa.format(instant));
  if (hour < 4 || hour >= 18) return "evening";
  return hour < 12 ? "morning" : "afternoon";
}
