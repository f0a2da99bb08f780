import { type Styles, Text, View } from "@react-pdf/renderer";

type TextStyle = Styles[string];

/**
 * Lines of text one under the other. A line feed inside a text would be set in a face that is not embedded, because
 * no font has a glyph for it.
 */
export function Stacked({ texts, style }: { texts: readonly string[]; style: TextStyle }) {
  return (
    <View style={{ alignSelf: "stretch" }}>
      {texts.map((text, i) => (
        <Text key={i} style={style}>
          {text}
        </Text>
      ))}
    </View>
  );
}
