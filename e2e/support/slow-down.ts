import { setTimeout } from "node:timers/promises";
import type { BrowserContext } from "@playwright/test";

const given = (name: string) => Number(process.env[name] ?? 0);

/**
 * For whoever looks for a test that does not wait for what it did, or for a page that loses what is done
 * early. With `E2E_SLOW=1500` what a page sends leaves so many milliseconds later, and what it reads a quarter
 * of that; with `E2E_CPU=8` the browser is so many times slower.
 */
export async function slowDown(context: BrowserContext): Promise<void> {
  const pause = given("E2E_SLOW");
  const rate = given("E2E_CPU");
  if (rate > 1) {
    context.on("page", (page) => {
      // The page may be gone by then, here and below.
      void context
        .newCDPSession(page)
        .then((session) => session.send("Emulation.setCPUThrottlingRate", { rate }))
        .catch(() => undefined);
    });
  }
  if (pause <= 0) return;
  await context.route("**/*", async (route, request) => {
    const reads = ["document", "fetch", "xhr"].includes(request.resourceType());
    await setTimeout(request.method() === "POST" ? pause : reads ? pause / 4 : 0);
    await route.continue().catch(() => undefined);
  });
}
