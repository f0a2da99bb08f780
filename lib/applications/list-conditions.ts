import "server-only";
import type { ListFilter, ListView } from "@/lib/applications/schema-list";
import { askedIn, literally } from "@/lib/forms/search-text";
import { daysBetween } from "@/lib/reference/days-between";
import type { Prisma } from "@/prisma/generated/client";
import type { ApplicationStatus } from "@/prisma/generated/enums";

const views: Record<Exclude<ListView, "all">, ApplicationStatus[]> = {
  pending: ["draft", "returned"],
  submitted: ["submitted", "in_review", "recommended"],
  completed: ["issued"],
  cancelled: ["cancelled", "rejected"],
};

export function ofView(view: ListView): { status?: { in: ApplicationStatus[] } } {
  return view === "all" ? {} : { status: { in: views[view] } };
}

/** What the search and the filters ask for. */
export function matching(filter: ListFilter): Prisma.ApplicationWhereInput[] {
  const { destination, category } = filter;
  const days = daysBetween(filter.from, filter.until);
  return [
    ...(filter.text ? [withText(filter.text)] : []),
    ...(destination ? [{ statedDestination: destination }] : []),
    ...(category ? [{ statedCategories: { has: category } }] : []),
    ...(days ? [{ submittedAt: days }] : []),
  ];
}

/** Every word somewhere in number, consignee and seals, or all of it as one number or seal. */
function withText(text: string): Prisma.ApplicationWhereInput {
  const { words, together } = askedIn(text);
  const everyWord = words.map((word) => ({ searchText: { contains: literally(word) } }));
  if (together === "") return { AND: everyWord };
  return {
    OR: [
      { AND: everyWord },
      { searchText: { contains: together } },
      { certificate: { number: { contains: together.toUpperCase() } } },
    ],
  };
}
