import { randomBytes } from "node:crypto";

export const superuser = "kp_superuser";
/** Who may do what in the database: see docs/operations.md. */
export const roles = [superuser, "kp_owner", "kp_app", "kp_gckey"] as const;
export type Role = (typeof roles)[number];
export type Passwords = Readonly<Record<Role, string>>;

const random = () => randomBytes(24).toString("base64url");

export function newPasswords(): Passwords {
  return { kp_superuser: random(), kp_owner: random(), kp_app: random(), kp_gckey: random() };
}
