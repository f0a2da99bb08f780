import { newCheckCode } from "@/lib/certificates/record/check-code";
import { formatCertificateNumber } from "@/lib/certificates/record/number";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { checksAQuarterHour } from "@/lib/security/check-limit";
import { newSubmitted } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { formsOn, type FoundForm } from "./support/forms";

/* The form for number and code, as somebody would use it who tries numbers. */

interface Asked {
  readonly number: string;
  readonly code: string;
}

async function ask({ address, fields }: FoundForm, asked: Asked, from: string) {
  const body = new FormData();
  for (const [name, value] of fields) body.set(name, value);
  body.set("number", asked.number);
  body.set("code", asked.code);
  const response = await fetch(env().PORTAL_URL + address, {
    method: "POST",
    headers: { accept: "text/html", origin: env().PORTAL_URL, "x-forwarded-for": from },
    body,
  });
  const text = await response.text();
  // What was typed stands in the answer as it was typed, and each answer has a nonce.
  const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? "";
  const plain = text.replaceAll(asked.number, "…").replaceAll(asked.code, "…");
  return { status: response.status, body: nonce ? plain.replaceAll(nonce, "…") : plain };
}

async function newCertificate() {
  const { owner, exporterId } = await newExporter();
  const applicationId = await newSubmitted(owner, exporterId);
  await issueSubmitted(applicationId);
  return db().certificate.findUniqueOrThrow({ where: { applicationId } });
}

test.use({ javaScriptEnabled: false });

test("200 wrong pairs get one answer, byte for byte, and the next from one address none", async ({
  page,
}) => {
  const { number } = await newCertificate();
  await page.goto("/fr/verifier");
  const form = (await formsOn(page)).find(({ does }) => does.endsWith("verify/check.ts check"));
  if (!form) throw new Error("The page has the form.");
  const wrong = (i: number) => ({
    number: i % 2 ? number : formatCertificateNumber(70_000_000 + i),
    code: newCheckCode(),
  });
  const first = await ask(form, wrong(0), "192.0.2.1");
  expect(first.status).toBe(200);
  expect(first.body).toContain("Aucune correspondance");
  for (let i = 1; i < 200; i += 1) {
    // Four people, each within the limit.
    const answer = await ask(form, wrong(i), `192.0.2.${1 + (i % 4)}`);
    expect(answer.status).toBe(200);
    expect(answer.body === first.body, `answer ${i} is the first one`).toBe(true);
  }
  const refused = [];
  for (let i = 0; i < checksAQuarterHour; i += 1) {
    const answer = await ask(form, wrong(i), "192.0.2.1");
    if (answer.status === 429) refused.push(answer.body);
  }
  expect(refused.length).toBeGreaterThan(40);
  expect(new Set(refused).size).toBe(1);
  expect(refused[0]).toContain("Trop de vérifications depuis votre réseau");
});
