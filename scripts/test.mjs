// npm test, npm run check, npm run e2e: see test.ts.
import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
const { test } = await import("./test.ts");
await test(process.argv.slice(2));
