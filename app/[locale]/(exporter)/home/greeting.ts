import { hourInOttawa } from "@/lib/clock";

/** How one is greeted at this time of the day, in Ottawa. */
export function greetingAt(instant: Date): "morning" | "afternoon" | "evening" {
  const hour = hourInOttawa(instant);
  if (hour < 4 || hour >= 18) return "evening";
  return hour < 12 ? "morning" : "afternoon";
}
