import { hasLocale } from "next-intl";
import { currentPerson } from "@/lib/auth/current";
import { isThrough } from "@/lib/auth/through";
import { asExporter, type ExporterViewer } from "@/lib/auth/viewer";
import { addDocument, roomForDocument } from "@/lib/documents/commands";
import { DOCUMENT_MAX_BYTES, DOCUMENTS_PER_SECTION } from "@/lib/documents/limits";
import { uploadQuery, type UploadProblem, type UploadResult } from "@/lib/documents/upload-result";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import { routing, type Locale } from "@/lib/i18n/routing";
import { databaseAnswers } from "@/lib/security/readiness";
import { fixedHeaders } from "@/lib/security/headers";
import { refusal } from "@/lib/security/refusal";
import { unavailable } from "@/lib/security/unavailable";
import { DocumentKind } from "@/prisma/generated/enums";

/** All files of one press, and some room for the form around them. */
const mostBytes = DOCUMENTS_PER_SECTION * DOCUMENT_MAX_BYTES + 1_000_000;
/** A press with a few too many is answered file by file; one with more is not looked into. */
const mostFiles = 2 * DOCUMENTS_PER_SECTION;

interface Context {
  params: Promise<{ applicationId: string }>;
}

/**
 * Takes the files of the section on documents, each by itself, and leads back to the page, which tells
 * the result. It stands outside the proxy, whose bodies are limited, and so asks for itself what the
 * proxy asks of others.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const refused = refusal(request.method, request.headers, env().PORTAL_URL);
  if (refused) return withHeaders(new Response(refused.text, { status: refused.status }));
  const locale = localeOf(request);
  const back = backTo(request, locale);
  if (!(await databaseAnswers())) return withHeaders(unavailable(`/${locale}`));
  const { applicationId } = await params;
  const person = await currentPerson();
  // Without a session, or before the arrival is over, the page itself leads on.
  if (!person || !(await isThrough(person))) return back(applicationId, null);
  const viewer = asExporter(person);
  const result = await take(viewer, applicationId, request);
  if (result !== "notFound") return back(applicationId, result);
  const why = await whyRefused(viewer, { kind: "application", id: applicationId });
  if (why !== "ended") return back(applicationId, none("locked"));
  const noAccess = getPathname({
    href: { pathname: "/no-access", query: { reason: "mandate" } },
    locale,
  });
  return withHeaders(new Response(null, { status: 303, headers: { location: noAccess } }));
}

const none = (problem: UploadProblem): UploadResult => ({
  added: 0,
  failed: [{ problem, name: "" }],
});

async function take(
  viewer: ExporterViewer,
  applicationId: string,
  request: Request,
): Promise<UploadResult | "notFound"> {
  // The body is held in memory: it is read only where it is small enough and has somewhere to go.
  const length = Number(request.headers.get("content-length") ?? Infinity);
  if (!(length <= mostBytes)) return none("failed");
  const room = await roomForDocument(viewer, applicationId);
  if (!room.ok) return room.error === "notFound" ? room.error : none(room.error);
  const formData = await request.formData().catch(() => null);
  if (!formData) return none("failed");
  // A file field in which nothing was chosen sends one nameless, empty file.
  const files = formData
    .getAll("files")
    .filter(
      (file): file is File => typeof file !== "string" && (file.name !== "" || file.size > 0),
    );
  if (files.length === 0) return none("nothing");
  if (files.length > mostFiles) return none("failed");
  const kind = Object.values(DocumentKind).find((each) => each === formData.get("kind"));
  if (!kind) return none("kind");

  const failed: { problem: UploadProblem; name: string }[] = [];
  for (const file of files) {
    const content = file.stream() as unknown as AsyncIterable<Uint8Array>;
    const upload = { name: file.name, size: file.size, content };
    const added = await addDocument(viewer, applicationId, kind, upload);
    if (added.ok) continue;
    if (added.error === "notFound") return added.error;
    failed.push({ problem: added.error, name: file.name });
  }
  return { added: files.length - failed.length, failed };
}

/** The page's language travels in the address, so that it is known before a body is read. */
function localeOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("locale");
  return hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
}

/** To the page on which the form stands: the section's own, or the summary of a copy. */
function backTo(request: Request, locale: Locale) {
  const from = new URL(request.url).searchParams.get("from");
  const section = from === "summary" ? "summary" : "documents";
  return (applicationId: string, result: UploadResult | null): Response => {
    const pathname = `/applications/[applicationId]/${section}` as const;
    const path = getPathname({ href: { pathname, params: { applicationId } }, locale });
    const query = result ? `?${uploadQuery(result).toString()}#files` : "";
    return withHeaders(new Response(null, { status: 303, headers: { location: path + query } }));
  };
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(fixedHeaders(env().PORTAL_URL))) {
    response.headers.set(name, value);
  }
  response.headers.set("cache-control", "private, no-store");
  return response;
}
