// npm run test:long -- <suite>: see test-long.ts.
import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
const { testLong } = await import("./test-long.ts");
await testLong(process.argv[2]);
