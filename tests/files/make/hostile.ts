/* Makes those files of tests/files/hostile that no tool makes by itself, from the honest ones:
   npx tsx tests/files/make/hostile.ts */
import "./objects";
import "./links";
import "./zips";
import "./office-97";
import "./rtf";
import "./pictures";
import "./pdfs";
