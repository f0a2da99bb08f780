import { Text, View } from "@react-pdf/renderer";
import { LABELS } from "@/lib/certificates/record/wording";
import { artPaths } from "@/lib/certificates/pdf/art-paths";
import { OnBlank, Ruled } from "@/lib/certificates/pdf/blank";
import { Label } from "@/lib/certificates/pdf/label";
import { Lines } from "@/lib/certificates/pdf/lines";
import type { Line } from "@/lib/pdf/fit";
import type { Plan } from "@/lib/certificates/pdf/plan";
import { Strike } from "@/lib/certificates/pdf/strike";
import { FAMILY, INK, mm } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

const ROWS = 3;

/** One row for each of the three codes there are; unused rows are struck. Then the whole shipment. */
export function GoodsTable({ plan }: { plan: Plan }) {
  return (
    <>
      <Ruled
        style={{
          height: mm(7.2),
          flexDirection: "row",
          alignItems: "center",
          backgroundColor: INK.frame,
        }}
      >
        <View style={columns.code}>
          <Label text={LABELS.hs} stack colour="#ffffff" />
        </View>
        <View style={columns.goods}>
          <Label text={LABELS.goods} stack colour="#ffffff" />
        </View>
        <View style={columns.mass}>
          <Label text={LABELS.mass} stack align="right" colour="#ffffff" />
        </View>
        <View style={columns.value}>
          <Label text={LABELS.value} stack align="right" colour="#ffffff" />
        </View>
      </Ruled>
      {Array.from({ length: ROWS }, (_, i) => plan.goods[i]).map((goods, i) => (
        <Ruled
          key={i}
          style={{
            height: mm(8.2),
            flexDirection: "row",
            alignItems: "center",
            borderBottomWidth: mm(0.2),
            borderColor: INK.rule,
          }}
        >
          {goods ? (
            <>
              <View style={columns.code}>
                <Text
                  style={{ ...FAMILY.semibold, fontSize: 11, lineHeight: 1.2, color: INK.text }}
                >
                  {goods.hs}
                </Text>
              </View>
              <View style={columns.goods}>
                <Lines lines={goods.description} />
              </View>
              <Figures lines={goods.carats} column={columns.mass} />
              <Figures lines={goods.usd} column={columns.value} />
            </>
          ) : (
            <View style={{ paddingLeft: mm(2.5) }}>
              <Strike d={artPaths().strikeRow} width={168} />
            </View>
          )}
        </Ruled>
      ))}
      <Ruled
        style={{
          height: mm(10),
          flexDirection: "row",
          alignItems: "center",
          borderBottomWidth: mm(0.5),
          borderColor: INK.frame,
          backgroundColor: "rgba(222,233,230,0.55)",
        }}
      >
        <View style={columns.code}>
          <OnBlank>
            <Text style={{ ...FAMILY.semibold, fontSize: 8.6, lineHeight: 1.2 }}>
              {LABELS.total.en}
            </Text>
          </OnBlank>
        </View>
        <View style={columns.goods}>
          <OnBlank>
            <Stacked
              texts={[LABELS.wholeShipment.en, LABELS.wholeShipment.fr]}
              style={{ ...FAMILY.regular, fontSize: 6.8, lineHeight: 1.25, color: INK.label }}
            />
          </OnBlank>
        </View>
        <Figures lines={plan.total.carats} column={columns.mass} />
        <Figures lines={plan.total.usd} column={columns.value} />
      </Ruled>
    </>
  );
}

const columns = {
  code: { width: mm(21.5), paddingHorizontal: mm(2.5) },
  goods: { width: mm(79.4), paddingHorizontal: mm(2.5) },
  mass: { width: mm(31), paddingRight: mm(2.5) },
  value: { width: mm(42), paddingRight: mm(2.5) },
} as const;

function Figures({
  lines,
  column,
}: {
  lines: Line[];
  column: { width: number; paddingRight: number };
}) {
  return (
    <View style={column}>
      <Lines lines={lines} align="right" />
    </View>
  );
}
