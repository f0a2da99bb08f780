import { createNavigation } from "next-intl/navigation";
import { routing } from "@/lib/i18n/routing";

/** Localised addresses. Links are drawn by components/layout/page-link.tsx. */
export const { getPathname, redirect } = createNavigation(routing);

/** A page with its parameters, as the route table names it. */
export type Href = Parameters<typeof getPathname>[0]["href"];
