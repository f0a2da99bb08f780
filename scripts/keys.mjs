// npm run keys -- rotate | revoke KID --from-log-size N | list: see keys-command.ts.
import path from "node:path";
import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
const { keysCommand } = await import("./keys-command.ts");
process.exitCode = await keysCommand(process.argv.slice(2), path.resolve(".data"), process.env);
