import { describe, expect, it } from "vitest";
import type { CreateEmailResponse } from "resend";
import { outcomeOf } from "@/lib/mail/resend";

function failed(
  name: string,
  statusCode: number | null,
  headers: Record<string, string> = {},
): CreateEmailResponse {
  return {
    data: null,
    error: { name, statusCode, message: "why" },
    headers,
  } as CreateEmailResponse;
}

describe("the provider's answer", () => {
  it("is accepted with the provider's id", () => {
    expect(outcomeOf({ data: { id: "m1" }, error: null, headers: {} })).toEqual({
      kind: "accepted",
      providerId: "m1",
    });
  });

  it.each([
    ["no connection, after which it may have arrived", failed("application_error", null), false],
    ["a fault of the provider", failed("internal_server_error", 500), false],
    ["the same mail on its way", failed("concurrent_idempotent_requests", 409), false],
    ["too many requests", failed("rate_limit_exceeded", 429), true],
    ["the day's quota", failed("daily_quota_exceeded", 429), true],
    ["a wrong key", failed("invalid_api_key", 401), true],
    ["an unconfirmed sender", failed("validation_error", 403), true],
  ])("is tried later: %s", (_what, answer, outcomeKnown) => {
    expect(outcomeOf(answer)).toMatchObject({ kind: "later", outcomeKnown });
  });

  it("waits as long as it is asked to", () => {
    expect(outcomeOf(failed("rate_limit_exceeded", 429, { "retry-after": "3" }))).toMatchObject({
      waitMs: 3000,
    });
  });

  it("takes a key used with other words for a mail already accepted", () => {
    expect(outcomeOf(failed("invalid_idempotent_request", 409))).toEqual({
      kind: "accepted",
      providerId: null,
    });
  });

  it.each([
    ["validation_error", 422],
    ["missing_required_field", 422],
    ["invalid_idempotency_key", 400],
  ])("is final: %s", (name, statusCode) => {
    expect(outcomeOf(failed(name, statusCode))).toEqual({
      kind: "refused",
      reason: `${name}: why`,
    });
  });
});
