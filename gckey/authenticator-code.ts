import { Secret, TOTP } from "otpauth";

const period = 30;

export type CodeCheck = { result: "right"; step: number } | { result: "wrong" | "replayed" };

/**
 * Checks a six-digit code of an authenticator app (RFC 6238: SHA-1, 30 s). One step of clock drift
 * either way is forgiven; a step not newer than `lastStep` is a replay.
 */
export function checkAuthenticatorCode(
  code: string,
  { secret, lastStep }: { secret: string; lastStep: number | null },
  now: Date,
): CodeCheck {
  const totp = new TOTP({
    secret: Secret.fromBase32(secret),
    digits: 6,
    period,
    algorithm: "SHA1",
  });
  const drift = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (drift === null) return { result: "wrong" };
  const step = Math.floor(now.getTime() / 1000 / period) + drift;
  return lastStep !== null && step <= lastStep ? { result: "replayed" } : { result: "right", step };
}
