import { NBSP } from "@/lib/certificates/record/figures";
import type { Offset } from "@/lib/certificates/pdf/offset";
import { FIELD_CORNERS } from "@/lib/certificates/pdf/boxes";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { TestMarks } from "@/lib/certificates/pdf/test-marks";
import { SPECIMEN } from "@/lib/certificates/record/specimen";
import { drawable } from "@/lib/pdf/drawable";

interface Setup {
  /** What the office calls the printer with its sheets. */
  readonly name: string;
  readonly offset: Offset;
  readonly verifyUrl: string;
}

/** Specimen values as an overlay puts them, with crosses and rulers to see by how far they are off the sheet's fields. */
export function renderTestPrint({ name, offset, verifyUrl }: Setup): Promise<Uint8Array> {
  const text = [
    drawable(name),
    `Right ${signed(offset.right)} mm, down ${signed(offset.down)} mm / À droite ${french(offset.right)}${NBSP}mm, vers le bas ${french(offset.down)}${NBSP}mm`,
    "Print at actual size (100%) and lay over a pre-printed sheet: each small cross must fall on the corner of a field.",
    "Measure by how far the corner is right of the cross and below it, and add that to the offsets.",
    `Imprimer à la taille réelle (100${NBSP}%) et poser sur une feuille préimprimée${NBSP}: chaque petite croix doit tomber sur le coin d’une case.`,
    "Mesurer de combien le coin est à droite et au-dessous de la croix, et l’ajouter aux décalages.",
  ];
  return renderCertificate(SPECIMEN, {
    verifyUrl,
    specimen: true,
    overlay: offset,
    marks: [
      <TestMarks key="1" offset={offset} fields={FIELD_CORNERS.certificate} at={24} text={text} />,
      <TestMarks key="2" offset={offset} fields={FIELD_CORNERS.slips} at={92} text={text} />,
    ],
  });
}

const signed = (length: number): string => length.toFixed(1).replace("-", "−");
const french = (length: number): string => signed(length).replace(".", ",");
