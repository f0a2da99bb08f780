import type { ReactNode } from "react";
import ExporterLayout from "@/app/[locale]/(exporter)/layout";
import OfficeLayout from "@/app/[locale]/(officer)/office/layout";
import { currentPerson } from "@/lib/auth/current";

/** Everybody's own account, in the frame of the area from which they come. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  const Frame = person?.roles.length ? OfficeLayout : ExporterLayout;
  return <Frame>{children}</Frame>;
}
