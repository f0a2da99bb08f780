import { useTranslations } from "next-intl";
import type { RowProps } from "./origin-row";
import { TextField } from "@/components/form/text-field";

/** Latitude north and longitude west, in degrees and minutes (REGS 2(e)(ii)). */
export function CoordinateFields({ index, values }: RowProps) {
  const t = useTranslations("application.origin");
  return (
    <div className="fields fields--2">
      {(["latitude", "longitude"] as const).map((axis) => (
        <fieldset key={axis}>
          <legend>{t(axis)}</legend>
          <div className="pair">
            {(["degrees", "minutes"] as const).map((part) => {
              const name = `origins[${index}].${axis}.${part}`;
              return (
                <TextField
                  key={part}
                  name={name}
                  value={values[name]}
                  label={t(part)}
                  required
                  inputMode="decimal"
                  width="w-4"
                  maxLength={24}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
