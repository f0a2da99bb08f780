import { takeUpload } from "@/lib/receiving/take-upload";

interface Context {
  params: Promise<{ importCertificateId: string }>;
}

/** Takes scans of a registered import certificate. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return takeUpload(request, await params);
}
