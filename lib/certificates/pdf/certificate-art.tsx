import { Circle, G, Path, Rect, Svg } from "@react-pdf/renderer";
import { artPaths, CORNERS, MEDALLION, VIEW_BOX } from "@/lib/certificates/pdf/art-paths";
import { INK, mm, SHEET } from "@/lib/pdf/theme";

/** Ground, frame, corner rosettes and medallion of part 1. */
export function CertificateArt() {
  const art = artPaths();
  const { x, y } = MEDALLION;
  const rule = (inset: number, width: number) => (
    <Rect
      x={inset}
      y={inset}
      width={SHEET.width - 2 * inset}
      height={SHEET.height - 2 * inset}
      fill="none"
      stroke={INK.frame}
      strokeWidth={width}
    />
  );
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
      <G>
        {art.certificate.map(({ d, colour }, i) => (
          <Path key={i} d={d} fill="none" stroke={colour} strokeWidth={0.13} />
        ))}
      </G>
      {rule(7.5, 0.7)}
      {rule(14.9, 0.35)}
      {rule(15.8, 0.12)}
      <Path d={art.frame} fill="none" stroke={INK.frame} strokeWidth={0.13} />
      {CORNERS.map(([cx, cy]) => (
        <G key={`${cx} ${cy}`}>
          <Rect
            x={cx}
            y={cy}
            width={12.4}
            height={12.4}
            fill={INK.pale}
            stroke={INK.frame}
            strokeWidth={0.35}
          />
          <Rect
            x={cx + 0.8}
            y={cy + 0.8}
            width={10.8}
            height={10.8}
            fill="none"
            stroke={INK.frame}
            strokeWidth={0.12}
          />
        </G>
      ))}
      <Path d={art.corners} fill="none" stroke={INK.frame} strokeWidth={0.13} />
      <Circle cx={x} cy={y} r={11.2} fill="#ffffff" />
      <Circle cx={x} cy={y} r={10.7} fill={INK.pale} stroke={INK.frame} strokeWidth={0.45} />
      <Circle cx={x} cy={y} r={10.1} fill="none" stroke={INK.frame} strokeWidth={0.12} />
      <Path d={art.medallion} fill="none" stroke={INK.frame} strokeWidth={0.13} />
      <Circle cx={x} cy={y} r={7.3} fill="#ffffff" stroke={INK.frame} strokeWidth={0.2} />
      <Path d={art.crystal.hatch} fill="none" stroke={INK.frame} strokeWidth={0.11} />
      <Path
        d={art.crystal.edges}
        fill="none"
        stroke={INK.frame}
        strokeWidth={0.28}
        strokeLinejoin="round"
      />
    </Svg>
  );
}
