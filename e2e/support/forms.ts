import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { z } from "zod";

/** A form of a page with everything that a browser without script would send. */
export interface FoundForm {
  /** `app/…/actions.ts saveOrigin`, or the address that the form names. */
  readonly does: string;
  /** Where it is posted to. */
  readonly address: string;
  readonly fields: readonly (readonly [string, string])[];
  /** Names and values of the buttons that send it. */
  readonly buttons: readonly (readonly [string, string])[];
}

const manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

let actions: Record<string, string> | undefined;

/** The actions of the build by the id with which a form names them: `app/…/actions.ts saveOrigin`. */
export function actionNames(): Record<string, string> {
  const file = ".next/server/server-reference-manifest.json";
  actions ??= Object.fromEntries(
    Object.entries(manifest.parse(JSON.parse(readFileSync(file, "utf8"))).node).map(
      ([id, { filename, exportedName }]) => [id, `${filename} ${exportedName}`],
    ),
  );
  return actions;
}

/**
 * Every form on the page that changes something, in a browser without script, filled in as far as a
 * form tells what it wants: all boxes ticked, something chosen, something written.
 */
export async function formsOn(page: Page): Promise<FoundForm[]> {
  const found = await page.locator("form").evaluateAll((forms) =>
    (forms as HTMLFormElement[])
      .filter((form) => form.method === "post")
      .map((form) => {
        for (const element of form.elements) {
          if (element instanceof HTMLTextAreaElement) element.value ||= "Because.";
          if (element instanceof HTMLSelectElement && element.value === "") {
            element.selectedIndex = 1;
          }
          if (!(element instanceof HTMLInputElement)) continue;
          const group = form.elements.namedItem(element.name);
          if (element.type === "checkbox") element.checked = true;
          else if (element.type === "radio") {
            if (!(group instanceof RadioNodeList) || group.value === "") element.checked = true;
          } else if (element.type === "text" && element.ariaRequired === "true") {
            element.value ||= "1";
          } else if (element.type === "email") {
            element.value ||= `${crypto.randomUUID()}@test.example`;
          }
        }
        return {
          action: form.getAttribute("action") ?? "",
          fields: [...new FormData(form)].flatMap(([name, value]) =>
            typeof value === "string" ? [[name, value] as const] : [],
          ),
          buttons: [...form.elements].flatMap((element) =>
            element instanceof HTMLButtonElement && element.type === "submit"
              ? [[element.name, element.value] as const]
              : [],
          ),
        };
      }),
  );
  const { pathname, search } = new URL(page.url());
  return found.map(({ action, fields, buttons }) => {
    // A place alone is one of the same page.
    const address = action === "" || action.startsWith("#") ? pathname + search : action;
    return { does: whatItDoes(fields) ?? address, address, fields, buttons };
  });
}

/** The action that a form calls, named by a field that the framework hides in it. */
function whatItDoes(fields: readonly (readonly [string, string])[]): string | undefined {
  for (const [name, value] of fields) {
    const id = /^\$ACTION_ID_(\w+)$/.exec(name)?.[1] ?? boundId(name, value);
    if (id) return actionNames()[id] ?? `action ${id}`;
  }
  return undefined;
}

function boundId(name: string, value: string): string | undefined {
  if (!/^\$ACTION_\d+:0$/.test(name)) return undefined;
  return z.object({ id: z.string() }).parse(JSON.parse(value)).id;
}

/** The page cannot save itself. For tests of what a press does. */
export const withoutAutosave = (page: Page) =>
  page.route("**/api/applications/*/sections/*", (route) =>
    route.fulfill({ json: { ok: false, why: "away" } }),
  );
