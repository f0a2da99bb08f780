import { addDays } from "@/lib/calendar";

export const servicePeriods = ["days30", "days90", "year"] as const;
export type ServicePeriod = (typeof servicePeriods)[number];

/** The first day of each period that ends on a day; the government's year begins on April 1. */
export function firstDayOf(period: ServicePeriod, today: string): string {
  switch (period) {
    case "days30":
      return addDays(today, -29);
    case "days90":
      return addDays(today, -89);
    case "year": {
      const year = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0);
      return `${year}-04-01`;
    }
  }
}
