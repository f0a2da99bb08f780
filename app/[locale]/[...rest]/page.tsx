import { RecordNotFound } from "@/components/layout/record-not-found";

/** Any other address inside a language: a real page, since a thrown 404 is empty without script. */
export default function UnknownPage() {
  return (
    <main id="main" className="container">
      <RecordNotFound />
    </main>
  );
}
