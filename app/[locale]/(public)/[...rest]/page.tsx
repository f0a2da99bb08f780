import type { Metadata } from "next";
import { RecordNotFound } from "@/components/layout/record-not-found";

export const metadata: Metadata = { title: null };

/** Any other address inside a language; proxy.ts gives it the status 404. */
export default function UnknownPage() {
  return <RecordNotFound />;
}
