import { Path, Svg } from "@react-pdf/renderer";
import { artPaths, VIEW_BOX } from "@/lib/certificates/pdf/art-paths";
import { mm, SHEET } from "@/lib/pdf/theme";

/** The printed ground of the slips, as bands of the sheet in millimetres from its top. */
export function SlipArt({ areas }: { areas: readonly { top: number; height: number }[] }) {
  return (
    <Svg
      viewBox={VIEW_BOX}
      style={{
        position: "absolute",
        left: 0,
        top: 0,
        width: mm(SHEET.width),
        height: mm(SHEET.height),
      }}
    >
      {areas.flatMap(({ top, height }) =>
        artPaths()
          .slip(top, height)
          .map(({ d, colour }, i) => (
            <Path key={`${top} ${i}`} d={d} fill="none" stroke={colour} strokeWidth={0.13} />
          )),
      )}
    </Svg>
  );
}
