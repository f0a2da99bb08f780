import { sessionSheet } from "@/lib/auth/session-panel";

/** When the frame with the end of the session appears. */
export function GET(request: Request): Response {
  return sessionSheet(new URL(request.url).searchParams);
}
