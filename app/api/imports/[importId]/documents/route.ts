import { takeUpload } from "@/lib/receiving/take-upload";

interface Context {
  params: Promise<{ importId: string }>;
}

/** Takes scans of a registered import certificate. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { importId } = await params;
  return takeUpload(request, { importCertificateId: importId });
}
