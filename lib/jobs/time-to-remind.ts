import { hourInOttawa, now } from "@/lib/clock";

/** The hour in Ottawa from which people are reminded: nobody is written to at night. */
const morning = 8;

export const isTimeToRemind = (): boolean => hourInOttawa(now()) >= morning;
