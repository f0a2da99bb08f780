// First: what it replaces must not be loaded before.
import "@/tests/pages/draw";
import { walkEach } from "@/tests/pages/walk-each";

/* The hundred generated applications of people who write English. */
walkEach("en");
