import { expect, it } from "vitest";
import { maskAddress } from "./mask-address";

it.each([
  ["nora@example.ca", "n•••@example.ca"],
  ["n@example.ca", "n•••@example.ca"],
  ['"a@b"@example.ca', '"•••@example.ca'],
  ["💎x@b.ca", "💎•••@b.ca"],
])("%s is shown as %s", (email, shown) => expect(maskAddress(email)).toBe(shown));
