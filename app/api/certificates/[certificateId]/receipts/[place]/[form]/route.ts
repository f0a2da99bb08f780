import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { openReceipt, receiptForms } from "@/lib/certificates/queries/receipts";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ certificateId: string; place: string; form: string }>;
}

const types = { pdf: "application/pdf", jwt: "application/jwt" } as const;

/** The receipt of a confirmed import, to whoever may see the certificate; 404 to everybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { certificateId, place, form: asked } = await params;
  const form = receiptForms.find((one) => one === asked);
  if (form && /^[1-9]\d?$/.test(place)) {
    for (const viewer of await currentViewers()) {
      const file = await openReceipt(viewer, certificateId, Number(place), form);
      if (!file) continue;
      if (file === "busy") return unavailable("/");
      return privateAnswer(new Blob([Uint8Array.from(file.content)]).stream(), 200, {
        "content-type": types[form],
        "content-disposition": `attachment; filename="${file.filename}"`,
      });
    }
  }
  return deniedAnswer(request, { certificateId });
}
