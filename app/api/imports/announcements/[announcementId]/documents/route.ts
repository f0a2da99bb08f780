import { takeUpload } from "@/lib/receiving/take-upload";

interface Context {
  params: Promise<{ announcementId: string }>;
}

/** Takes scans of an import that is being announced. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return takeUpload(request, await params);
}
