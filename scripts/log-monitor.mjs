// npm run log:monitor -- [--key verifier key]… <file of mailed checkpoints>…: see monitor-log.ts.
import path from "node:path";
import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
const { monitorLog } = await import("./monitor-log.ts");
process.exitCode = await monitorLog(process.argv.slice(2), path.resolve(".data"), process.env);
