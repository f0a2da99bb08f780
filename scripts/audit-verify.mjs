// npm run audit:verify -- [--heads file]: see verify-trail.ts.
import path from "node:path";
import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
const { auditVerify } = await import("./verify-trail.ts");
process.exitCode = await auditVerify(process.argv.slice(2), path.resolve(".data"), process.env);
