import type { ExporterViewer, OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { startThread } from "@/lib/messages/commands/start-thread";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";
import { paper } from "./paper";

interface Cast {
  readonly maya: ExporterViewer;
  readonly luc: ExporterViewer;
  readonly nora: OfficerViewer;
  readonly auroreId: string;
  readonly taigaId: string;
}

interface Begun {
  /** Of the conversation: made once, however often the demonstration is. */
  readonly id: string;
  readonly by: ExporterViewer;
  readonly exporterId: string;
  readonly about: "general" | "application" | "import";
  readonly matterId: string | null;
  readonly subject: string;
  readonly text: string;
}

/** Two conversations that the office has answered, one that waits for it, and a draft. */
export async function makeMessages({ maya, luc, nora, auroreId, taigaId }: Cast) {
  const general = { about: "general", matterId: null } as const;
  const bought = await db().importCertificate.findFirstOrThrow({
    where: { exporterId: auroreId, numberNormalised: "BW0004471" },
    select: { id: true },
  });
  const withScan = await begin({
    ...{ id: "019abf00-0000-7000-8000-000000000011", by: maya, exporterId: auroreId },
    ...{ about: "import", matterId: bought.id, subject: "Import certificate BW0004471" },
    text: "Good afternoon. Here is a better scan of the certificate. Did its original reach you?",
  });
  await attachScan(maya, withScan?.messageId);
  await send(maya, withScan);
  const answered = withScan && { ...withScan, messageId: "019abf00-0000-7000-8000-000000000012" };
  await send(nora, answered, "Thank you, the scan is readable. The original is here too.");

  const application = await db().application.findFirst({
    where: { exporterId: auroreId, status: { in: ["submitted", "in_review"] } },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  const question = await begin({
    ...{ id: "019abf00-0000-7000-8000-000000000013", by: maya, exporterId: auroreId },
    ...(application ? { about: "application", matterId: application.id } : general),
    subject: "Which invoice do you need?",
    text: "Our buyer sends a pro forma first and the invoice a day later. Is the first one enough?",
  });
  await send(maya, question);

  const closed = await begin({
    ...{ id: "019abf00-0000-7000-8000-000000000014", by: luc, exporterId: taigaId, ...general },
    subject: "Heures du Bureau en décembre",
    text: "Bonjour. Le Bureau est-il ouvert le 24 décembre\u00a0? Nous attendons un envoi ce jour-là.",
  });
  await send(luc, closed);
  const reply = closed && { ...closed, messageId: "019abf00-0000-7000-8000-000000000015" };
  await send(nora, reply, "Bonjour. Oui, jusqu’à 15 h. Il ferme le 25 et le 28 décembre.");

  await begin({
    ...{ id: "019abf00-0000-7000-8000-000000000016", by: maya, exporterId: auroreId, ...general },
    subject: "New mailing address",
    text: "From January on, please send our certificates to",
  });
}

type Message = { threadId: string; messageId: string; text: string } | null;

async function begin({ id, by, text, ...start }: Begun): Promise<Message> {
  const made = await startThread(by, { ...start, text, creationToken: id });
  // Somebody has discarded it since.
  return made.ok ? { ...made.value, text } : null;
}

async function send(viewer: Viewer, message: Message, text = message?.text ?? "") {
  if (!message) return;
  const { threadId, messageId } = message;
  const sent = await sendMessage(viewer, threadId, { messageId, text });
  if (!sent.ok && sent.error !== "discarded") throw new Error(`message: ${sent.error}`);
}

async function attachScan({ userId }: ExporterViewer, messageId: string | undefined) {
  const open = { id: messageId ?? "", sentAt: null, documents: { none: {} } };
  if (!messageId || (await db().message.count({ where: open })) === 0) return;
  const scan = paper([
    "KIMBERLEY PROCESS CERTIFICATE",
    "Republic of Botswana",
    "BW 0004471",
    "",
    "HS 7102.31    350.00 carats",
  ]);
  const stored = await storeBytes(storage(), scan, "application/pdf");
  await db().document.create({
    data: {
      ...{ messageId, kind: "import_certificate", name: "BW0004471.pdf" },
      ...{ mediaType: "application/pdf", uploadedById: userId, ...stored },
    },
  });
}
