import { answerOwnForm } from "@/lib/auth/own-form";
import { showPanel, stay } from "@/lib/auth/session-panel";

/** Until when the reader's session lasts, for the frame at the end of their pages. */
export function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("locale");
  return showPanel(asked === "fr" ? "fr" : "en");
}

/** "Stay signed in": extends the session and shows until when. */
export function POST(request: Request): Promise<Response> {
  return answerOwnForm(request, stay);
}
