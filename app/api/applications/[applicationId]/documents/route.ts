import { takeUpload } from "@/lib/receiving/take-upload";

interface Context {
  params: Promise<{ applicationId: string }>;
}

/** Takes documents of an application. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return takeUpload(request, await params);
}
