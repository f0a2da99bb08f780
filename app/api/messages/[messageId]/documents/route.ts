import { takeUpload } from "@/lib/receiving/take-upload";

interface Context {
  params: Promise<{ messageId: string }>;
}

/** Takes files of a message that is being written, by an exporter or for the office. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return takeUpload(request, await params);
}
