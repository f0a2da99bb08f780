/** Fragments of addresses that are no seal, and why. */
export const badAddresses: readonly { readonly name: string; readonly fragment: string }[] = [
  { name: "nothing", fragment: "" },
  { name: "a # alone", fragment: "#" },
  { name: "letters", fragment: "#1a" },
  { name: "a zero in front", fragment: "#0257" },
  { name: "a sign", fragment: "#-257" },
  { name: "a blank", fragment: "#257 " },
  { name: "digits of another script", fragment: "#٢٥٧" },
  { name: "whole bytes without 01 in front", fragment: "#65535" },
  { name: "half a byte", fragment: "#16" },
  { name: "the leading byte alone", fragment: "#1" },
  { name: "more digits than a QR code holds", fragment: `#${"9".repeat(7400)}` },
];
