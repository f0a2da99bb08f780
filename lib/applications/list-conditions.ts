import "server-only";
import { dayIn, searched, type ListFilter, type ListView } from "@/lib/applications/schema-list";
import { addDays } from "@/lib/calendar";
import { startOfDay } from "@/lib/reference/working-time";
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
  const from = withinReason(dayIn(filter.from).day);
  const until = withinReason(dayIn(filter.until).day);
  return [
    ...(filter.text ? [withText(filter.text)] : []),
    ...(destination ? [{ statedDestination: destination }] : []),
    ...(category ? [{ statedCategories: { has: category } }] : []),
    ...(from ? [{ submittedAt: { gte: startOfDay(from) } }] : []),
    ...(until ? [{ submittedAt: { lt: startOfDay(addDays(until, 1)) } }] : []),
  ];
}

/** Nothing was sent before there was a portal, and clocks and databases disagree about the first years. */
const withinReason = (day: string | null) => (day && day < "2000" ? "2000-01-01" : day);

/** Every word somewhere in number, consignee and seals, or all of it as one number or seal. */
function withText(text: string): Prisma.ApplicationWhereInput {
  const { words, together } = searched(text);
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

/** Of what is searched for, nothing stands for anything else. */
const literally = (word: string) => word.replace(/[\\%_]/g, String.raw`\$&`);
