import { format } from "prettier";
import { expect, it } from "vitest";
import { statesPage } from "./states-page";

it("tells in docs/states.md what the table says", async () => {
  const page = await format(statesPage(), { parser: "markdown" });
  await expect(page).toMatchFileSnapshot("../../docs/states.md");
});
