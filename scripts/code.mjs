// npm run code -- <user name>: see code.ts.
import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
const { showCode } = await import("./code.ts");
await showCode(process.argv[2]);
