import { expect, test } from "vitest";
import { alternateAddress } from "@/lib/i18n/alternate";

test.each([
  ["/en", "", "/fr"],
  ["/fr", "?a=1", "/en?a=1"],
  ["/fr/demandes/42/origine", "", "/en/applications/42/origin"],
  ["/en/applications/new", "", "/fr/demandes/nouvelle"],
  ["/en/office/queue", "?state=in_review&after=x", "/fr/bureau/file?state=in_review&after=x"],
  ["/en/nowhere", "", "/fr"],
])("%s%s is %s in the other language", (path, search, expected) => {
  expect(alternateAddress(path, search).href).toBe(expected);
});
