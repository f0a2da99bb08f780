import { RecordNotFound } from "@/components/layout/record-not-found";

/** Any other address inside a language; proxy.ts gives it the status 404. */
export default function UnknownPage() {
  return <RecordNotFound />;
}
