import type { DocumentProblem } from "@/lib/documents/problems";
import type { Findings } from "./findings";
import { isElsewhere, isFetchingField, isOrdinaryLink } from "./links";
import { readXml } from "./xml";

/** Elements of office documents, drawings and pictures that bring something of their own along. */
const elements: Readonly<Record<string, DocumentProblem>> = {
  oleobject: "embedded",
  oleobjects: "embedded",
  control: "embedded",
  controls: "embedded",
  ocx: "embedded",
  altchunk: "embedded",
  html: "embedded",
  script: "script",
  macrosheet: "macros",
  dialogsheet: "macros",
  ddelink: "external",
  olelink: "external",
  connection: "external",
  querytable: "external",
};

/** Attributes that name a picture, a font or a part. */
const sources = ["src", "source", "imagesource", "fonturi"];
const formula = /\b(?:WEBSERVICE|RTD|CALL|REGISTER|REGISTER\.ID|EXEC)\s*\(|\bIMAGE\s*\(\s*"/i;

/** Looks through a part of an office document for what fetches, runs or hides something. */
export function checkMarkup(bytes: Uint8Array, findings: Findings): void {
  // Of each field that is open: what it says so far, also in the fields within it.
  const fields: string[] = [];
  let collected: string | null = null;
  const look = (instruction: string) => {
    if (isFetchingField(instruction)) findings.add("external");
  };
  const problem = readXml(bytes, {
    open(name, attributes) {
      const problem = elements[name];
      if (problem) findings.add(problem);
      if (name === "instrtext" || name === "f" || name === "formula") collected = "";
      else if (name === "fldsimple") look(attributes().get("instr") ?? "");
      else if (name === "definedname") {
        const read = attributes();
        const macro = ["xlm", "function", "vbprocedure"].some((key) => isTrue(read.get(key)));
        if (macro) findings.add("macros");
      } else if (name === "fldchar") {
        const kind = attributes().get("fldchartype");
        if (kind === "begin") fields.push("");
        else if (kind === "separate") fields.forEach(look);
        else if (kind === "end") look(fields.pop() ?? "");
      } else if (mayPoint(name)) {
        const read = attributes();
        if (sources.some((key) => isElsewhere(read.get(key) ?? ""))) findings.add("external");
        if (!isOrdinaryLink(read.get("fixedpage.navigateuri") ?? "")) findings.add("external");
      }
    },
    text(text) {
      if (collected !== null) collected += text;
    },
    close(name) {
      if (collected === null) return;
      if (name === "instrtext") {
        const more = collected;
        fields.forEach((field, index) => (fields[index] = field + more));
        if (fields.length === 0) look(collected);
      } else if (formula.test(collected)) findings.add("external");
      collected = null;
    },
  });
  if (problem) findings.add(problem);
}

const isTrue = (value: string | undefined) => value === "1" || value === "true";

/** The elements with such attributes, so that the cells of a sheet need not be read for them. */
const mayPoint = (name: string) =>
  /^(?:imagedata|fill|stroke|image|imagebrush|glyphs|path|canvas|pagecontent|documentreference|frame|img|object|iframe|movie)$/.test(
    name,
  );
