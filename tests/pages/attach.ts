import { POST } from "@/app/api/applications/[applicationId]/documents/route";
import { sectionHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import type { DocumentKind } from "@/prisma/generated/enums";
import { pdf } from "@/tests/factories/applications";
import { another } from "@/tests/factories/documents";

/** Sends files as the browser does from the section on documents; gives where that leads. */
export async function attach(
  applicationId: string,
  kind: DocumentKind,
  files: number,
  locale: Locale,
): Promise<string | null> {
  const form = new FormData();
  form.set("kind", kind);
  for (let n = 1; n <= files; n += 1) {
    form.append(
      "files",
      new File([another(pdf, n)], `${kind} ${n}.pdf`, { type: "application/pdf" }),
    );
  }
  const plain = new Response(form);
  const body = await plain.arrayBuffer();
  const origin = env().PORTAL_URL;
  const back = getPathname({ href: sectionHref("documents", applicationId), locale });
  const headers = {
    origin,
    "content-type": plain.headers.get("content-type") ?? "",
    "content-length": String(body.byteLength),
  };
  const to = `${origin}/api/applications/${applicationId}/documents?back=${back}`;
  const request = new Request(to, { method: "POST", body, headers });
  const response = await POST(request, { params: Promise.resolve({ applicationId }) });
  return response.headers.get("location");
}
