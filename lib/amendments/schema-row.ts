import { kinds } from "@/lib/amendments/kinds";
import type { Row } from "@/lib/amendments/row";
import { isCalendarDate } from "@/lib/calendar";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import type { ReferenceKind } from "@/prisma/generated/enums";

interface Wrong {
  readonly field: string;
  readonly key: ErrorKey;
}

/** What is wrong with fields that are right one by one. */
export function wrongTogether(kind: ReferenceKind, row: Row): Wrong[] {
  const { from, to } = kinds[kind];
  const wrong: Wrong[] = [];
  const ordered = (first: string | undefined, second: string | undefined, key: ErrorKey) => {
    const [a, b] = [first && row[first], second && row[second]];
    if (second && a && b && a > b) wrong.push({ field: second, key });
  };
  ordered(from, to, errorKey("reference.daysOrder"));
  switch (kind) {
    case "mines":
      ordered("opened", "closed", errorKey("reference.yearsOrder"));
      if (row["status"] === "closed" && !row["closed"]) {
        wrong.push({ field: "closed", key: errorKey("reference.closedYear") });
      }
      break;
    case "priceBands":
      if (Number(row["low"]) >= Number(row["high"])) {
        wrong.push({ field: "high", key: errorKey("reference.bandOrder") });
      }
      if (!row["mine"] && !row["category"] && !row["subheading"]) {
        wrong.push({ field: "mine", key: errorKey("reference.bandAbout") });
      }
      break;
    case "officeHours":
      if ((row["opens"] ?? "") >= (row["closes"] ?? "")) {
        wrong.push({ field: "closes", key: errorKey("reference.hoursOrder") });
      }
      break;
    case "holidays": {
      const [, day] = /(\d\d-\d\d)$/.exec(row["rule"] ?? "") ?? [];
      if (day && !isCalendarDate(`2028-${day}`)) {
        wrong.push({ field: "rule", key: errorKey("reference.holidayDay") });
      }
      break;
    }
    case "participants":
    case "countries":
    case "subheadings":
    case "sanctions":
    case "documentRequirements":
    case "returnReasons":
    case "declarations":
    case "letters":
    case "replyParagraphs":
  }
  return wrong;
}
