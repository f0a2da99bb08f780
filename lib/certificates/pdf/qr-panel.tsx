import { Link, Path, Svg, Text, View } from "@react-pdf/renderer";
import { LABELS } from "@/lib/certificates/record/wording";
import { OnBlank, Ruled } from "@/lib/certificates/pdf/blank";
import { Label } from "@/lib/certificates/pdf/label";
import { Lines } from "@/lib/certificates/pdf/lines";
import type { Line } from "@/lib/pdf/fit";
import { qrPath, type QrCode } from "@/lib/certificates/pdf/qr";
import { FAMILY, INK, mm } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

const KEEP_CLEAR = {
  ...FAMILY.semibold,
  fontSize: 6.1,
  lineHeight: 1.15,
  letterSpacing: 0.25,
  color: "#ffffff",
  textAlign: "center",
} as const;

/**
 * The code to scan, in its box that must stay clear. On a screen it is a link to what it holds, which the check page
 * finds in the file.
 */
export function QrPanel({ code, address }: { code: QrCode; address: string }) {
  return (
    <Ruled
      style={{
        width: mm(code.side + 6),
        borderWidth: mm(0.35),
        borderColor: INK.frame,
        backgroundColor: "#ffffff",
        alignItems: "center",
      }}
    >
      <Ruled
        style={{
          alignSelf: "stretch",
          height: mm(1) + 2 * KEEP_CLEAR.fontSize * KEEP_CLEAR.lineHeight,
          backgroundColor: INK.frame,
          paddingTop: mm(0.6),
        }}
      >
        <OnBlank>
          <Stacked texts={[LABELS.keepClear.en, LABELS.keepClear.fr]} style={KEEP_CLEAR} />
        </OnBlank>
      </Ruled>
      <Link src={address}>
        <Svg width={mm(code.side)} height={mm(code.side)} viewBox={`0 0 ${code.size} ${code.size}`}>
          <Path d={qrPath(code)} fill="#000000" />
        </Svg>
      </Link>
    </Ruled>
  );
}

/** The check code and the official address in words. */
export function CheckCode({ code, address }: { code: string | undefined; address: Line[] }) {
  return (
    <View style={{ width: mm(53), marginTop: mm(0.5), alignItems: "center" }}>
      <Label text={LABELS.checkCode} align="center" />
      <Text
        style={{
          ...FAMILY.display,
          fontSize: 12.5,
          lineHeight: 1.12,
          letterSpacing: 1.6,
          color: INK.frame,
        }}
      >
        {code ?? "—"}
      </Text>
      <OnBlank>
        <Lines lines={address} align="center" />
      </OnBlank>
    </View>
  );
}
