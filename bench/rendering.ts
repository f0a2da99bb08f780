import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { median } from "./load";

export interface RenderingFigures {
  readonly first: number;
  readonly next: number;
  readonly bytes: number;
}

/** CPU milliseconds that a certificate takes: the first of a process, and the ones after. */
export async function measureRendering(): Promise<RenderingFigures> {
  const times: number[] = [];
  let bytes = 0;
  for (let i = 0; i < 8; i += 1) {
    const before = process.cpuUsage();
    const pdf = await renderCertificate(ordinary(), { verifyUrl: "https://kp.example.ca/verify" });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    bytes = pdf.length;
  }
  return { first: times[0] ?? NaN, next: median(times.slice(1)), bytes };
}
