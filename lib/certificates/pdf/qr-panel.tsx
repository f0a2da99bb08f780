import { Path, Svg, Text, View } from "@react-pdf/renderer";
import { bothLanguages } from "../figures";
import { LABELS } from "../wording";
import { Label } from "./label";
import { Lines } from "./lines";
import type { Line } from "./fit";
import { QR_SIDE, qrCodeOf, qrPath } from "./qr";
import { FAMILY, INK, mm } from "./theme";
import { Stacked } from "./stacked";

/** The code to scan in its box that must stay clear, then the check code and the official address in words. */
export function QrPanel({
  url,
  checkCode,
  address,
}: {
  url: string;
  checkCode: string | undefined;
  address: Line[];
}) {
  const code = qrCodeOf(url);
  return (
    <View style={{ width: mm(56), paddingTop: mm(1.5), paddingLeft: mm(3) }}>
      <View
        style={{
          width: mm(53),
          borderWidth: mm(0.35),
          borderColor: INK.frame,
          backgroundColor: "#ffffff",
          alignItems: "center",
        }}
      >
        <View
          style={{
            alignSelf: "stretch",
            backgroundColor: INK.frame,
            paddingTop: mm(0.8),
            paddingBottom: mm(0.5),
          }}
        >
          <Stacked
            texts={[LABELS.keepClear.en, LABELS.keepClear.fr]}
            style={{
              ...FAMILY.semibold,
              fontSize: 6.1,
              lineHeight: 1.26,
              letterSpacing: 0.25,
              color: "#ffffff",
              textAlign: "center",
            }}
          />
        </View>
        <Svg width={mm(QR_SIDE)} height={mm(QR_SIDE)} viewBox={`0 0 ${code.size} ${code.size}`}>
          <Path d={qrPath(code)} fill="#000000" />
        </Svg>
      </View>
      <View style={{ width: mm(53), marginTop: mm(1), alignItems: "center" }}>
        <Label text={LABELS.checkCode} />
        <Text
          style={{
            ...FAMILY.display,
            fontSize: 12.5,
            lineHeight: 1.22,
            letterSpacing: 1.6,
            color: INK.frame,
          }}
        >
          {checkCode ?? "—"}
        </Text>
        <Text style={{ ...FAMILY.regular, fontSize: 5.8, lineHeight: 1.25, color: INK.label }}>
          {`${bothLanguages(LABELS.checkAt)}\u00A0:`}
        </Text>
        <Lines lines={address} align="center" />
      </View>
    </View>
  );
}
