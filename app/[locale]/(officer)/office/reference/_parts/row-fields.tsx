import { getTranslations } from "next-intl/server";
import { referenceWords } from "./reference-words";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { Field } from "@/lib/amendments/fields";
import { kinds } from "@/lib/amendments/kinds";
import type { Row } from "@/lib/amendments/row";
import { listRows } from "@/lib/amendments/queries/rows";
import type { ReferenceKind } from "@/prisma/generated/enums";

interface Props {
  kind: ReferenceKind;
  /** As it is; null for a new one. */
  row: Row | null;
  /** What a new one begins with. */
  first?: Row;
}

/** A control for each field of a kind; what names a row is chosen once and stays. */
export async function RowFields({ kind, row, first = {} }: Props) {
  const t = await getTranslations("office.reference.form");
  const words = await referenceWords();
  const { fields, key } = kinds[kind];
  const asked = fields.filter(({ name }) => row === null || !key.includes(name));
  const named = new Map<ReferenceKind, { value: string; text: string }[]>();
  for (const field of asked) {
    if (field.type !== "of") continue;
    const rows = [...(await listRows(field.kind))];
    named.set(
      field.kind,
      rows.map(([value, other]) => ({ value, text: words.row(field.kind, other) })),
    );
  }

  function options(field: Field) {
    if (field.type === "of") return named.get(field.kind) ?? [];
    if (field.type === "flag") {
      return ["true", "false"].map((value) => ({ value, text: words.value(field, value) }));
    }
    if (field.type !== "choice") return null;
    return field.options.map((value) => ({ value, text: words.choice(value) }));
  }

  return (
    <>
      {row ? <HiddenKeys kind={kind} row={row} /> : null}
      {asked.map((field) => {
        const value = (row ?? first)[field.name] ?? "";
        const language = /(En|Fr)$/.exec(field.name)?.[1]?.toLowerCase();
        const common = {
          name: `row.${field.name}`,
          label: words.field(field.name),
          required: field.required,
          value: field.type === "day" && value ? words.date(value) : value,
          ...(hintFor(field)
            ? { hint: t(`hints.${hintFor(field) as "code"}`, exampleOf(field)) }
            : {}),
        };
        const lang = language ? { lang: `${language}-CA` } : {};
        const choices = options(field);
        if (choices) {
          return (
            <SelectField key={field.name} {...common} options={choices} prompt={t("choose")} />
          );
        }
        return field.type === "words" ? (
          <TextArea key={field.name} {...common} {...lang} rows={5} maxLength={field.most} />
        ) : (
          <TextField
            key={field.name}
            {...common}
            {...lang}
            width={field.type === "text" ? "w-full" : "w-12"}
            {...(field.type === "text" ? { maxLength: field.most } : {})}
          />
        );
      })}
    </>
  );
}

/** The fields of the key, which stay as they are. */
function HiddenKeys({ kind, row }: { kind: ReferenceKind; row: Row }) {
  return kinds[kind].key.map((name) => (
    <input key={name} type="hidden" name={`row.${name}`} value={row[name] ?? ""} />
  ));
}

function hintFor({ type }: Field): string | null {
  return ["code", "day", "time", "weekdays"].includes(type) ? type : null;
}

const exampleOf = (field: Field) => ({ example: field.type === "code" ? field.example : "" });
