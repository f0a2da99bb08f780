// Before the first connection.
import { statementsOf } from "./statements";
import { beforeAll, describe, expect, it } from "vitest";
import { check } from "@/app/[locale]/(public)/verify/check";
import { newCheckCode } from "@/lib/certificates/record/check-code";
import { formatCertificateNumber } from "@/lib/certificates/record/number";
import { db } from "@/lib/db";
import { emptyForm } from "@/lib/forms/form-state";
import { checksAQuarterHour, mayCheck } from "@/lib/security/check-limit";
import { newSubmitted } from "./factories/applications";
import { issueSubmitted } from "./factories/office";
import { newExporter } from "./factories/people";

/* The form for number and code answers what is false in one way only, and not without end. */

let number = "";
let code = "";
beforeAll(async () => {
  const { owner, exporterId } = await newExporter();
  const applicationId = await newSubmitted(owner, exporterId);
  await issueSubmitted(applicationId);
  const found = await db().certificate.findUniqueOrThrow({ where: { applicationId } });
  number = found.number;
  code = found.checkCode;
});

async function ask(asked: { number: string; code: string }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(asked)) form.set(name, value);
  const answers: unknown[] = [];
  const statements = await statementsOf(async () => {
    const { values, ...answer } = await check(emptyForm, form);
    // What was typed comes back as it was typed; all else is the answer.
    answers.push({ ...answer, said: values?.["answer"], names: Object.keys(values ?? {}) });
  });
  return { answer: answers[0], statements };
}

it("answers 200 wrong pairs in one way, by the same statements", async () => {
  const real = await ask({ number, code });
  expect(real.answer).toMatchObject({ said: "valid" });
  const wrong = [];
  for (let i = 0; i < 200; i += 1) {
    const asked = i % 2 ? number : formatCertificateNumber(70_000_000 + i);
    wrong.push(await ask({ number: asked, code: newCheckCode() }));
  }
  const [first, ...others] = wrong;
  expect(first?.answer).toMatchObject({ said: "noMatch" });
  expect(first?.statements).toEqual(real.statements);
  for (const other of others) expect(other).toEqual(first);
  // Neither does what can be no number or no code say more.
  expect(await ask({ number: "KP 12", code: "?" })).toEqual(first);
});

describe("the limit", () => {
  const by = (address: string) => mayCheck(new Headers({ "x-forwarded-for": address }));

  it("is of each address, and whatever a sender puts before it is not believed", async () => {
    const answers = [];
    for (let i = 0; i < checksAQuarterHour; i += 1)
      answers.push(await by(`10.0.0.${i}, 192.0.2.1`));
    expect(answers).not.toContain(false);
    expect(await by("192.0.2.1")).toBe(false);
    expect(await by("198.51.100.9, 192.0.2.1")).toBe(false);
    expect(await by("192.0.2.2")).toBe(true);
  });

  it("is of a whole network of IPv6, however its addresses are written", async () => {
    for (let i = 1; i <= checksAQuarterHour; i += 1) {
      expect(await by(`2001:db8:0:7::${i.toString(16)}`)).toBe(true);
    }
    expect(await by("2001:DB8:0000:0007:ffff:1:2:3")).toBe(false);
    expect(await by("2001:db8::7:0:0:0:9%eth0")).toBe(false);
    expect(await by("2001:db8:0:8::1")).toBe(true);
    for (let i = 0; i < checksAQuarterHour; i += 1) await by("::ffff:203.0.113.1");
    expect(await by("::ffff:203.0.113.1")).toBe(false);
    expect(await by("::ffff:203.0.113.2")).toBe(true);
  });

  it("keeps no address, and nothing for long", async () => {
    await by("192.0.2.3");
    const rows = await db().checkCount.findMany();
    expect(rows.length).toBeGreaterThan(0);
    for (const { from } of rows) expect(from).toMatch(/^[0-9a-f]{64}$/);
    const old = new Date(Date.now() - 2 * 3_600_000);
    await db().checkCount.create({ data: { from: "0".repeat(64), began: old, count: 60 } });
    await by("192.0.2.4");
    expect(await db().checkCount.count({ where: { began: old } })).toBe(0);
  });
});
