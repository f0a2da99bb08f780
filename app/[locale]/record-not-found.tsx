import type { ReactNode } from "react";
import { RecordNotFound as NotFound } from "@/components/layout/record-not-found";
import { deniedHere } from "@/lib/auth/denied";

/** What a page draws instead of a record that it was not given: the trail tells who asked for it. */
export async function RecordNotFound({ back }: { back?: ReactNode }) {
  await deniedHere("record");
  return <NotFound back={back} />;
}
