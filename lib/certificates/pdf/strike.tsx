import { Path, Svg } from "@react-pdf/renderer";
import { INK, mm } from "@/lib/pdf/theme";

/** Crosses out what is not used, so that nothing can be added to it. Width in millimetres. */
export function Strike({ d, width }: { d: string; width: number }) {
  return (
    <Svg width={mm(width)} height={mm(2)} viewBox={`0 0 ${width} 2`}>
      <Path d={d} fill="none" stroke={INK.rule} strokeWidth={0.18} />
    </Svg>
  );
}
