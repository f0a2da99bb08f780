import { readBusinessNumber } from "@/lib/exporters/business-number";

let eight = 10_000_000 + (process.pid % 50_000) * 1_000;

/** A business number, right to its check digit, that no other test has used. */
export function newBusinessNumber(): string {
  eight += 1;
  for (let digit = 0; digit < 10; digit += 1) {
    const number = readBusinessNumber(`${eight}${digit}`);
    if (number !== null) return number;
  }
  throw new Error("one of ten digits is the check digit");
}
