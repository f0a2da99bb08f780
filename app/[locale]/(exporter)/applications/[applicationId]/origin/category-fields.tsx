import { useTranslations } from "next-intl";
import { BookChoice } from "../book-choice";
import { CertificateField } from "./certificate-field";
import { CoordinateFields } from "./coordinate-fields";
import { MineField } from "./mine-field";
import type { RowProps } from "./origin-row";
import { StatedOrigin } from "./stated-origin";
import { ChoiceField } from "@/components/form/choice-field";
import { TextField } from "@/components/form/text-field";
import { limits } from "@/lib/forms/limits";

/** The questions of a row's category. */
export function CategoryFields(props: RowProps) {
  const { row } = props;
  switch (row.category) {
    case "new_production":
      return <MineField {...props} />;
    case "previously_imported":
      return <CertificateField {...props} />;
    case "exploration":
      return (
        <>
          <Book kind="site" {...props} />
          <FacilityFields {...props} />
          <CoordinateFields {...props} />
        </>
      );
    case "extraction":
      return (
        <>
          <Book kind="facility" {...props} />
          <FacilityFields {...props} />
          <Concentrates {...props} />
        </>
      );
    case "in_canada_before_2003":
      return (
        <>
          <StatedOrigin {...props} />
          <Evidence />
        </>
      );
  }
}

function Book({ kind, index, book }: RowProps & { kind: "facility" | "site" }) {
  const name = `origins[${index}].book`;
  return <BookChoice kind={kind} name={name} intent={`use:${index}`} entries={book} />;
}

function FacilityFields({ index, values }: RowProps) {
  const t = useTranslations("application.origin");
  const field = (of: string) => {
    const name = `origins[${index}].${of}`;
    return { name, value: values[name], required: true, maxLength: limits.facility };
  };
  return (
    <div className="fields fields--2">
      <TextField {...field("facilityName")} label={t("facilityName")} />
      <TextField {...field("facilityPlace")} label={t("facilityPlace")} />
    </div>
  );
}

function Concentrates(props: RowProps) {
  const t = useTranslations("application.origin");
  const name = `origins[${props.index}].concentratesFrom`;
  return (
    <ChoiceField
      name={name}
      label={t("concentratesFrom")}
      required
      value={props.values[name]}
      choices={[
        { value: "in_canada", text: t("inCanada") },
        {
          value: "outside_canada",
          text: t("outsideCanada"),
          hint: t("outsideHint"),
          more: <StatedOrigin {...props} withoutCanada />,
        },
      ]}
    />
  );
}

function Evidence() {
  const t = useTranslations("application.origin");
  return <p className="hint">{t("evidence")}</p>;
}
