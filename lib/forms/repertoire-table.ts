// Written by scripts/generate-repertoire.ts from the fonts in assets/fonts; do not edit.
/** Hexadecimal code points and inclusive ranges that certificates can print. */
export const REPERTOIRE = `
20-7e a0-ac ae-2e9 2ec-2ff 385 964-965 10fb 1d00-1d25 1d2c-1d5c 1d62-1d65 1d6b-1d77
1d79-1dbe 1e00-1eff 2010-2027 202f-205e 2070-2071 2074-208e 2090-209c 20a0-20c0
2100-2125 2127-2129 212c-215f 2183-2184 2189 2212 25cc 2c60-2c7f 2e00-2e5d a700-a7ca
a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff a92e ab30-ab64 ab66-ab6b fb00-fb06
`;
