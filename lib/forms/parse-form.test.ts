import { describe, expect, expectTypeOf, it } from "vitest";
import type { Answers } from "@/lib/applications/answers";
import { sectionForms, type CompleteAnswers, type FieldOf } from "@/lib/applications/schema";
import { parseForm, type FormSchema } from "@/lib/forms/parse-form";
import { showForm } from "@/lib/forms/show-form";
import type { Language } from "@/prisma/generated/enums";

function send<T>(form: FormSchema<T>, fields: Record<string, string>, locale: Language = "en") {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return parseForm(form, data, locale);
}

function keysOf(result: ReturnType<typeof send>) {
  return result.ok ? {} : Object.fromEntries(result.errors.map(({ field, key }) => [field, key]));
}

const { applicant, consignee, delivery, goods, origin } = sectionForms;

describe("a form of the application", () => {
  it("has complete answers that are answers, and fields with names", () => {
    expectTypeOf<CompleteAnswers>().toExtend<Answers>();
    const name: FieldOf<"origin"> = "origins[].carats";
    // @ts-expect-error there is no such field
    const wrong: FieldOf<"origin"> = "origins[].karats";
    expect([name, wrong]).toHaveLength(2);
  });

  it("reads the consignee: composed, trimmed, lines apart", () => {
    const result = send(consignee, {
      destination: "EU",
      "consignee.name": "  Socie\u0301te\u0301 Générale ",
      "consignee.addressLines": "Hoveniersstraat 30\r\n\r\n 2e étage ",
      "consignee.city": "Antwerpen",
      "consignee.postalCode": "",
      "consignee.country": "BE",
      "consignee.unknown": "not read",
    });
    expect(result).toEqual({
      ok: true,
      value: {
        destination: "EU",
        consignee: {
          name: "Société Générale",
          addressLines: ["Hoveniersstraat 30", "2e étage"],
          city: "Antwerpen",
          country: "BE",
        },
      },
    });
  });

  it("leaves out what no column can hold", () => {
    expect(send(delivery, { to: "appli\0cant" })).toEqual({ ok: true, value: { to: "applicant" } });
  });

  it("reads no field that only an object of JavaScript would have", () => {
    const fields = ["constructor", "toString", "__proto__", "hasOwnProperty", "__proto__.to"];
    const typed = Object.fromEntries(fields.map((name) => [name, "applicant"]));
    const given: [string, string][] = [...Object.entries(typed), ["__proto__", "x"]];
    const data = new FormData();
    for (const [name, value] of [...given, ["to", "applicant"] as const]) data.append(name, value);
    expect(parseForm(delivery, data, "en")).toEqual({ ok: true, value: { to: "applicant" } });
    data.set("to", "");
    expect(parseForm(delivery, data, "en")).toMatchObject({ ok: false, values: { to: "" } });
  });

  it("says everything at once, in the order of the fields, and keeps what was typed", () => {
    const result = send(consignee, {
      "consignee.country": "",
      "consignee.city": "東京",
      "consignee.name": "x".repeat(101),
      "consignee.addressLines": "1\n2\n3\n4\n5\n6",
    });
    expect(result).toMatchObject({
      ok: false,
      errors: [
        { field: "destination", key: "consignee.destination.required", params: {} },
        { field: "consignee.name", key: "consignee.name.tooLong", params: { maximum: 100 } },
        { field: "consignee.addressLines", key: "consignee.addressLines.tooLong" },
        {
          field: "consignee.city",
          key: "consignee.city.letters",
          params: { characters: "東 京" },
        },
        { field: "consignee.country", key: "consignee.country.required" },
      ],
      values: { "consignee.city": "東京" },
      draft: { consignee: { city: "東京" } },
    });
  });

  it("asks for the exporter only when it is different", () => {
    expect(send(applicant, { "exporter.name": "left over" })).toEqual({
      ok: true,
      value: { exporterIsDifferent: false },
    });
    expect(keysOf(send(applicant, { exporterIsDifferent: "yes" }))).toEqual({
      "exporter.name": "exporter.name.required",
      "exporter.addressLines": "exporter.addressLines.required",
      "exporter.city": "exporter.city.required",
      "exporter.country": "exporter.country.required",
    });
  });

  it("reads a Canadian postal code as it is typed and asks for the province", () => {
    const party = {
      exporterIsDifferent: "yes",
      "exporter.name": "Nord Export",
      "exporter.addressLines": "1 rue Principale",
      "exporter.city": "Yellowknife",
      "exporter.country": "CA",
    };
    const complete = { ...party, "exporter.region": "NT", "exporter.postalCode": "x1a3s5" };
    expect(send(applicant, complete)).toMatchObject({
      ok: true,
      value: { exporter: { postalCode: "X1A 3S5" } },
    });
    expect(keysOf(send(applicant, { ...party, "exporter.postalCode": "90210" }))).toEqual({
      "exporter.region": "exporter.region.required",
      "exporter.postalCode": "exporter.postalCode.invalid",
    });
    expect(send(applicant, { ...party, "exporter.country": "AE" })).toMatchObject({ ok: true });
  });

  it.each(["", "both", "nobody"])("takes no delivery to %j", (to) => {
    expect(keysOf(send(delivery, { to }))).toEqual({ to: "delivery.to.required" });
  });

  it("reads every category of origin in the language of the page", () => {
    const fields = {
      "origins[0].id": "a",
      "origins[0].category": "new_production",
      "origins[0].mine": "EKATI",
      "origins[0].carats": "1 204,35",
      "origins[0].usd": "118 026,30 $ US",
      "origins[0].notes": "",
      "origins[1].id": "b",
      "origins[1].category": "previously_imported",
      "origins[1].importCertificateId": "certificate",
      "origins[1].carats": "180,25",
      "origins[1].usd": "41457,5",
      "origins[2].id": "c",
      "origins[2].category": "exploration",
      "origins[2].facilityName": "Camp Kennady",
      "origins[2].facilityPlace": "Lac Kennady",
      "origins[2].latitude.degrees": "63°",
      "origins[2].latitude.minutes": "28,5′",
      "origins[2].longitude.degrees": "109",
      "origins[2].longitude.minutes": "11",
      "origins[2].carats": "12,4",
      "origins[2].usd": "1091.2",
      "origins[3].id": "d",
      "origins[3].category": "extraction",
      "origins[3].facilityName": "Laboratoire",
      "origins[3].facilityPlace": "Lakefield",
      "origins[3].concentratesFrom": "outside_canada",
      "origins[3].statedOrigin": "unknown",
      "origins[3].carats": "1",
      "origins[3].usd": "2",
      "origins[4].id": "e",
      "origins[4].category": "in_canada_before_2003",
      "origins[4].statedOrigin": "ZA",
      "origins[4].carats": "1",
      "origins[4].usd": "2",
    };
    const result = send(origin, fields, "fr");
    expect(result.ok && result.value.origins).toMatchObject([
      { id: "a", mine: "EKATI", carats: "1204.35", usd: "118026.30" },
      { importCertificateId: "certificate", carats: "180.25", usd: "41457.50" },
      {
        latitude: { degrees: "63", minutes: "28.5" },
        longitude: { degrees: "109", minutes: "11" },
        carats: "12.40",
      },
      { concentratesFrom: "outside_canada", statedOrigin: "unknown" },
      { statedOrigin: "ZA" },
    ]);
  });

  it("names the row and the readings, and keeps the figure in the draft", () => {
    const result = send(
      origin,
      {
        "origins[0].id": "a",
        "origins[0].category": "new_production",
        "origins[0].carats": "1,234",
        "origins[0].usd": "0",
        "origins[4].id": "b",
        "origins[4].category": "exploration",
        "origins[4].latitude.minutes": "60",
        "origins[4].latitude.degrees": "53",
      },
      "fr",
    );
    expect(keysOf(result)).toEqual({
      "origins[0].carats": "number.ambiguous",
      "origins[0].usd": "origin.usd.positive",
      "origins[0].mine": "origin.mine.required",
      "origins[4].carats": "origin.carats.required",
      "origins[4].usd": "origin.usd.required",
      "origins[4].facilityName": "origin.facilityName.required",
      "origins[4].facilityPlace": "origin.facilityPlace.required",
      "origins[4].latitude.minutes": "origin.latitude.minutes.invalid",
      "origins[4].longitude.degrees": "origin.longitude.degrees.required",
      "origins[4].longitude.minutes": "origin.longitude.minutes.required",
    });
    const readings = { typed: "1,234", first: "1\u00A0234", second: "1,234", row: 1 };
    expect(result.ok || result.errors.find((e) => e.key === "number.ambiguous")?.params).toEqual(
      readings,
    );
    expect(result.ok || result.errors.at(-1)?.params).toEqual({ row: 5 });
    expect(result).toMatchObject({
      draft: { origins: [{ carats: "1.234", usd: "0.00" }, { latitude: { minutes: "60" } }] },
    });
  });

  it.each(["5,005", "5.005", "5,005 ct", "1 234,567"])(
    "keeps the ambiguous figure %j in a draft so that it is ambiguous to readers of both languages",
    (typed) => {
      const row = { "origins[0].id": "a", "origins[0].category": "new_production" };
      const result = send(origin, { ...row, "origins[0].carats": typed }, "fr");
      const draft = result.ok ? result.value : result.draft;
      for (const locale of ["en", "fr"] as const) {
        const again = send(origin, showForm(origin.fields, draft, locale), locale);
        expect(keysOf(again)["origins[0].carats"]).toMatch(/^number\.(ambiguous|tooManyDecimals)$/);
      }
    },
  );

  it("asks for a row where there is none", () => {
    expect(keysOf(send(origin, {}))).toEqual({ origins: "origin.rows.required" });
  });

  it("closes the gaps of seals and lines that were left empty", () => {
    const result = send(goods, {
      "hsLines[0].subheading": "7102.10",
      "hsLines[0].carats": "10",
      "hsLines[0].usd": "$9,000",
      "hsLines[1].subheading": "",
      "hsLines[1].carats": "",
      "hsLines[1].usd": "",
      containerCount: "2",
      "seals[0]": "",
      "seals[1]": "NT-1",
      "seals[2]": "NT-2",
      parcels: "1",
    });
    expect(result).toEqual({
      ok: true,
      value: {
        hsLines: [{ subheading: "7102.10", carats: "10.00", usd: "9000.00" }],
        containerCount: "2",
        seals: ["NT-1", "NT-2"],
        parcels: "1",
      },
    });
  });

  it("reads a pasted list of seals", () => {
    const result = send(goods, { seals: "NT-1, NT-2;NT-3\n\nNT-4\tNT-5" });
    expect(result).toMatchObject({ draft: { seals: ["NT-1", "NT-2", "NT-3", "NT-4", "NT-5"] } });
  });

  it("points at the first line of an empty form of goods", () => {
    const empty = { "hsLines[0].subheading": "", "hsLines[0].carats": "", "hsLines[0].usd": "" };
    expect(
      keysOf(send(goods, { ...empty, containerCount: "0", parcels: "2,5", seals: "" })),
    ).toEqual({
      "hsLines[0].subheading": "goods.subheading.required",
      "hsLines[0].carats": "goods.carats.required",
      "hsLines[0].usd": "goods.usd.required",
      containerCount: "goods.containerCount.invalid",
      parcels: "number.tooManyDecimals",
      seals: "goods.seals.required",
    });
  });

  it.each([
    ["containerCount", "61", "goods.containerCount.invalid"],
    ["parcels", "1000", "goods.parcels.invalid"],
    ["seals", "S".repeat(21), "goods.seals.tooLong"],
    ["semaPermit", "許可", "goods.semaPermit.letters"],
    ["hsLines[0].carats", "100,000,000", "goods.carats.tooLarge"],
    ["hsLines[0].usd", "C$5", "number.otherCurrency"],
  ])("refuses %s %s", (field, typed, key) => {
    expect(Object.values(keysOf(send(goods, { [field]: typed })))).toContain(key);
  });

  it("asks of 7102.31 alone whether any facet is polished", () => {
    const asked = (subheading: string, polished = "") =>
      keysOf(send(goods, { "hsLines[0].subheading": subheading, "hsLines[0].polished": polished }))[
        "hsLines[0].polished"
      ];
    expect(asked("7102.31")).toBe("goods.polished.required");
    expect(asked("7102.31", "perhaps")).toBe("goods.polished.required");
    expect(asked("7102.31", "yes")).toBeUndefined();
    expect(asked("7102.10")).toBeUndefined();
  });

  it("refuses a subheading on two lines", () => {
    const line = (index: number) => ({
      [`hsLines[${index}].subheading`]: "7102.10",
      [`hsLines[${index}].carats`]: "1",
      [`hsLines[${index}].usd`]: "1",
    });
    const keys = keysOf(send(goods, { ...line(0), ...line(1) }));
    expect(keys["hsLines[1].subheading"]).toBe("goods.subheading.twice");
  });
});
