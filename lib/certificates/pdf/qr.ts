import { encode } from "uqr";

/** Side of the code with its quiet zone, in millimetres. */
export const QR_SIDE = 47;
const QUIET_ZONE = 4;
/** Above this version a module would be narrower than 0.375 mm. */
const MAX_VERSION = 25;

export interface QrCode {
  /** Modules along a side, quiet zone included. */
  size: number;
  level: "Q" | "M";
  modules: boolean[][];
}

/** The code of a certificate: level Q while its modules stay readable on paper, else M; throws when neither does. */
export function qrCodeOf(text: string): QrCode {
  for (const level of ["Q", "M"] as const) {
    try {
      const { size, data } = encode(text, {
        ecc: level,
        border: QUIET_ZONE,
        maxVersion: MAX_VERSION,
        boostEcc: false,
      });
      return { size, level, modules: data };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new RangeError("The address does not fit in a code that can be read from paper.");
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
