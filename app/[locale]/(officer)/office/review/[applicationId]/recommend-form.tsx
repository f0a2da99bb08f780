import type { ReactNode } from "react";
import { PortalForm } from "@/components/form/portal-form";
import { recommendIssue } from "./actions";

/** The whole workspace is one form, so that what is read, answered and written travels together. */
export function RecommendForm({
  applicationId,
  title,
  children,
}: {
  applicationId: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <PortalForm
      action={recommendIssue.bind(null, applicationId)}
      title={title}
      className="desk-form"
    >
      {children}
    </PortalForm>
  );
}
