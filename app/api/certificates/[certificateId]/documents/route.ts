import { takeUpload } from "@/lib/receiving/take-upload";

interface Context {
  params: Promise<{ certificateId: string }>;
}

/** Takes the export report of a certificate as customs stamped it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return takeUpload(request, await params);
}
