import type { Row } from "@/lib/amendments/row";
import type { Answers } from "@/lib/applications/answers";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** Whether these answers rest on such a row. */
export function restsOn(kind: ReferenceKind, row: Row, answers: Answers): boolean {
  const origins = answers.origin?.origins ?? [];
  const lines = answers.goods?.hsLines ?? [];
  const hasSubheading = (code: string | null | undefined) =>
    lines.some(({ subheading }) => subheading === code);
  switch (kind) {
    case "participants":
      return answers.consignee?.destination === row["code"];
    case "countries":
      return answers.consignee?.consignee?.country === row["code"];
    case "mines":
      return origins.some((o) => o.category === "new_production" && o.mine === row["code"]);
    case "subheadings":
      return hasSubheading(row["code"]);
    case "sanctions":
      return (
        answers.consignee?.destination === row["destination"] && hasSubheading(row["subheading"])
      );
    case "priceBands": {
      const { mine, category, subheading } = row;
      const fits = origins.some(
        (o) =>
          (!category || o.category === category) &&
          (!mine || (o.category === "new_production" && o.mine === mine)),
      );
      return fits && (!subheading || hasSubheading(subheading));
    }
    case "documentRequirements":
      return row["reason"] === "sema_permit"
        ? Boolean(answers.goods?.semaPermit)
        : origins.some(({ category }) => category === row["reason"]);
    case "holidays":
    case "officeHours":
    case "returnReasons":
    case "declarations":
    case "letters":
    case "replyParagraphs":
      return false;
  }
}
