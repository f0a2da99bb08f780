import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now, todayInOttawa } from "@/lib/clock";
import { rollBack, transaction, violatedConstraint, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import type { Problem } from "@/lib/forms/form-state";
import { checksOf } from "@/lib/imports/checks";
import { lockAnnouncement } from "@/lib/imports/commands/lock-announcement";
import { lockScan } from "@/lib/imports/commands/lock-scan";
import { openAccount } from "@/lib/imports/ledger";
import { normaliseNumber } from "@/lib/imports/number";
import { isReviewer, notAllowed, refuse, type Refused } from "@/lib/imports/refusal";
import type { RegisterInput } from "@/lib/imports/schema-register";
import { getReference } from "@/lib/reference/queries";
import { participantByCode } from "@/lib/reference/lookups";
import { idIs, isUuid } from "@/lib/row-id";

type Registered = { readonly ok: true; readonly value: { importCertificateId: string } };

/**
 * Whose import it was: the profile, the announcement of it that the entry answers, as the officer read it, or the
 * scan of it that came with a message.
 */
export type ImportOf =
  | { readonly exporterId: string }
  | { readonly announcementId: string; readonly version: number }
  | { readonly documentId: string };

/**
 * Enters a certificate in the register and opens its account in the ledger. The token stands for one press
 * of the button and becomes the entry's id: however often it is sent, one entry is made. Of two officers
 * who register the same announcement, or the same number, one wins and the other is told by whom.
 */
export async function register(
  viewer: OfficerViewer,
  of: ImportOf,
  input: RegisterInput,
  token: string,
): Promise<Registered | Refused> {
  if (!isReviewer(viewer)) return notAllowed;
  if (!isUuid(token)) return refuse("notFound");
  const key = { issuer: input.issuer, numberNormalised: normaliseNumber(input.number) };
  try {
    return await transaction((tx) => enter(tx, viewer, of, { input, key, token }));
  } catch (thrown) {
    // The other officer's entry was committed between the look and the insert.
    const violated = violatedConstraint(thrown) ?? "";
    if (!violated.startsWith("ImportCertificate_")) throw thrown;
    const again = await transaction((tx) => findMade(tx, viewer, token, key));
    if (!again) throw thrown;
    return again;
  }
}

interface Key {
  issuer: string;
  numberNormalised: string;
}

/** The entry that this press made before. */
async function findPress(
  tx: Tx,
  viewer: OfficerViewer,
  token: string,
): Promise<Registered | Refused | null> {
  const made = await tx.importCertificate.findUnique({
    where: { id: token },
    select: { registeredById: true },
  });
  if (!made) return null;
  return made.registeredById === viewer.userId
    ? { ok: true, value: { importCertificateId: token } }
    : refuse("notFound");
}

/** The same, or the entry that has the number already. */
async function findMade(
  tx: Tx,
  viewer: OfficerViewer,
  token: string,
  key: Key,
): Promise<Registered | Refused | null> {
  const made = await findPress(tx, viewer, token);
  if (made) return made;
  const same = await tx.importCertificate.findUnique({
    where: { issuer_numberNormalised: key },
    select: { id: true, number: true, exporter: { select: { legalName: true } } },
  });
  if (!same) return null;
  const params = { number: same.number, importer: same.exporter.legalName, id: same.id };
  return refuse("stopped", {
    problems: [{ field: "number", key: "register.number.duplicate", params }],
  });
}

async function enter(
  tx: Tx,
  viewer: OfficerViewer,
  of: ImportOf,
  { input, key, token }: { input: RegisterInput; key: Key; token: string },
): Promise<Registered | Refused> {
  // Also where the announcement has been answered by this very press.
  const before = await findPress(tx, viewer, token);
  if (before) return before;

  const announcementId = "announcementId" in of ? of.announcementId : null;
  const locked = await lockImport(tx, viewer, of);
  // It may be this very press, sent twice, that was faster.
  if (!locked.ok) return rollBack((await findPress(tx, viewer, token)) ?? locked);
  const { exporterId } = locked.value;

  const problems = await whatStops(tx, input);
  if (problems.length > 0) return rollBack(refuse("stopped", { problems }));
  const taken = await findMade(tx, viewer, token, key);
  if (taken) return rollBack(taken);

  const at = now();
  const { lines, issuedOn, expiresOn, importedOn, originalReceivedOn, ...facts } = input;
  await tx.importCertificate.create({
    data: {
      ...facts,
      ...key,
      id: token,
      exporterId,
      issuedOn: new Date(issuedOn),
      expiresOn: new Date(expiresOn),
      importedOn: new Date(importedOn),
      ...(originalReceivedOn
        ? { originalReceivedOn: new Date(originalReceivedOn), originalReceivedById: viewer.userId }
        : {}),
      registeredById: viewer.userId,
      registeredAt: at,
      lines: { create: lines },
    },
  });
  await openAccount(tx, {
    importCertificateId: token,
    carats: input.carats,
    valueUsd: input.valueUsd,
    actorId: viewer.userId,
  });
  if (announcementId) await endAnnouncement(tx, viewer, announcementId, token);
  if ("documentId" in of) {
    const id = of.documentId;
    await tx.document.update({ where: { id }, data: { importCertificateId: token } });
  }
  const about = { importCertificateId: token, exporterId };
  await record(tx, actorOf(viewer), {
    kind: "import.registered",
    ...about,
    ...(announcementId ? { announcementId } : {}),
    data: { number: input.number },
  });
  if (originalReceivedOn) {
    await record(tx, actorOf(viewer), {
      kind: "import.originalReceived",
      ...about,
      data: { on: originalReceivedOn },
    });
  }
  return { ok: true, value: { importCertificateId: token } };
}

/** What the entry answers, locked until the transaction ends, if the officer may act on it. */
async function lockImport(
  tx: Tx,
  viewer: OfficerViewer,
  of: ImportOf,
): Promise<{ readonly ok: true; readonly value: { exporterId: string } } | Refused> {
  if ("announcementId" in of) return lockAnnouncement(tx, viewer, of.announcementId, of.version);
  if ("documentId" in of) return lockScan(tx, viewer, of.documentId);
  const exporter = await tx.exporter.findFirst({
    where: { AND: [idIs(of.exporterId), { mergedIntoId: null }] },
    select: { id: true, ...mandateOf(viewer) },
  });
  if (!exporter) return refuse("notFound");
  return isOwn(exporter) ? refuse("ownProfile") : { ok: true, value: { exporterId: exporter.id } };
}

/** The checks that no officer can go on against, and codes that are of no participant. */
async function whatStops(tx: Tx, input: RegisterInput): Promise<Problem[]> {
  const today = todayInOttawa();
  const reference = await getReference(today, tx);
  const unknown = (code: string) => participantByCode(reference, code) === null;
  const problems: Problem[] = [];
  if (unknown(input.provenance)) {
    problems.push({ field: "provenance", key: "register.provenance.required" });
  }
  if (input.origins.some(unknown)) {
    problems.push({ field: "origins[0]", key: "register.origins.required" });
  }
  for (const { result, key, field } of checksOf(input, reference, today)) {
    if (result !== "stopped") continue;
    if (key === "notParticipant") problems.push({ field, key: "register.issuer.notParticipant" });
    if (key === "expired") problems.push({ field, key: "register.expiresOn.expired" });
    if (key === "prefixDiffers" || key === "prefixDiffersEu") {
      problems.push({
        field,
        key: "register.number.prefix",
        params: { number: input.number, prefix: input.issuer },
      });
    }
  }
  return problems;
}

/** The announcement ends as this entry, and its scans go with it. */
async function endAnnouncement(
  tx: Tx,
  viewer: OfficerViewer,
  announcementId: string,
  importCertificateId: string,
): Promise<void> {
  await tx.importAnnouncement.update({
    where: { id: announcementId },
    data: {
      status: "registered",
      importCertificateId,
      answeredById: viewer.userId,
      answeredAt: now(),
    },
  });
  await tx.document.updateMany({
    where: { announcementId, importCertificateId: null, removedAt: null },
    data: { importCertificateId },
  });
}
