import qrcode from "qrcode-generator";

/** Side of the code with its quiet zone, in millimetres: the ordinary one, and that of a long seal. */
export const QR_SIDE = 47;
export const LARGE_QR_SIDE = 60;
const QUIET_ZONE = 4;
/** Narrower modules are not read reliably from paper, in millimetres. */
const LEAST_MODULE = 0.375;

export interface QrCode {
  /** Modules along a side, quiet zone included. */
  size: number;
  level: "Q" | "M";
  /** In millimetres. */
  side: typeof QR_SIDE | typeof LARGE_QR_SIDE;
  modules: boolean[][];
}

/**
 * The code of a certificate: level Q while its modules stay readable on paper, in the ordinary size if possible, else
 * level M; null when none does.
 */
export function findQrCode(text: string): QrCode | null {
  for (const level of ["Q", "M"] as const) {
    const modules = encode(text, level);
    const size = modules?.length ?? Infinity;
    const side = ([QR_SIDE, LARGE_QR_SIDE] as const).find((one) => one / size >= LEAST_MODULE);
    if (modules && side) return { size, level, side, modules };
  }
  return null;
}

/** @throws {RangeError} where no code that paper can carry holds the text: whoever issues has asked before */
export function qrCodeOf(text: string): QrCode {
  const code = findQrCode(text);
  if (!code)
    throw new RangeError("The address does not fit in a code that can be read from paper.");
  return code;
}

/** The modules with their quiet zone; null where the text is longer than any code. */
function encode(text: string, level: "Q" | "M"): boolean[][] | null {
  const code = qrcode(0, level);
  // The digits of a seal in a segment of their own: a third of the bytes.
  const [, front = text, digits] = /^(.*#)(\d+)$/.exec(text) ?? [];
  code.addData(front, "Byte");
  if (digits !== undefined) code.addData(digits, "Numeric");
  try {
    code.make();
  } catch (thrown) {
    // The library throws texts.
    if (typeof thrown === "string" && thrown.startsWith("code length overflow")) return null;
    throw thrown;
  }
  const count = code.getModuleCount();
  const inside = (at: number) => at >= 0 && at < count;
  return Array.from({ length: count + 2 * QUIET_ZONE }, (_row, y) =>
    Array.from({ length: count + 2 * QUIET_ZONE }, (_module, x) => {
      const [row, column] = [y - QUIET_ZONE, x - QUIET_ZONE];
      return inside(row) && inside(column) && code.isDark(row, column);
    }),
  );
}

/** The dark modules as one path, a run of neighbours being one rectangle. */
export function qrPath({ modules }: QrCode): string {
  let path = "";
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      let run = 1;
      while (row[x + run]) run++;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  });
  return path;
}
