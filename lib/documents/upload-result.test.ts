import { expect, test } from "vitest";
import { readUploadQuery, uploadQuery, type UploadResult } from "@/lib/documents/upload-result";

const through = (result: UploadResult) => {
  const query = uploadQuery(result);
  return readUploadQuery({ added: query.get("added") ?? "", problem: query.getAll("problem") });
};

test("the result of an upload survives the address of the page", () => {
  const result: UploadResult = {
    added: 2,
    failed: [
      { problem: "tooLarge", name: "scan front & back é.tif" },
      { problem: "duplicate", name: "copy.pdf", under: "invoice: 7.pdf" },
      { problem: "nothing", name: "" },
    ],
  };
  expect(through(result)).toEqual(result);
});

test("long names are cut, unknown words and figures ignored", () => {
  expect(
    through({ added: 0, failed: [{ problem: "empty", name: "x".repeat(200) }] })?.failed[0]?.name,
  ).toHaveLength(60);
  expect(readUploadQuery({ added: "1", problem: "call this number:1-900" })).toEqual({
    added: 1,
    failed: [],
  });
  expect(readUploadQuery({ added: "-1" })).toBeNull();
  expect(readUploadQuery({})).toBeNull();
});
