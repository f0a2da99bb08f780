import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";

const places = ["/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd"];
const found = () => places.find((place) => existsSync(place));

/** Debian asks it before a package starts its services: neither daemon nor updater is to run by itself. */
const policy = "/usr/sbin/policy-rc.d";

/** clamd's path, installed by apt where that may be. @throws with a sentence that says what is missing */
export function clamdProgram(say: (line: string) => void): string {
  const there = found();
  if (there) return there;
  const missing = "There is no clamd here. Install ClamAV (Debian: apt-get install clamav-daemon).";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(missing);
  say("Installing clamav-daemon …");
  const ownPolicy = !existsSync(policy);
  if (ownPolicy) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    const apt = (...args: string[]) =>
      spawnSync("apt-get", args, {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update", "-qq");
    apt("install", "-y", "-qq", "--no-install-recommends", "clamav-daemon");
  } finally {
    if (ownPolicy) rmSync(policy);
  }
  const installed = found();
  if (!installed) throw new Error(missing);
  return installed;
}
