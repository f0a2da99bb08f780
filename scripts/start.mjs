// npm start (and, with the word dev, npm run dev): see start.ts.
import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
const { start } = await import("./start.ts");
await start(process.argv[2] === "dev" ? "dev" : "start");
