import { expect, type Locator, type Page } from "@playwright/test";

/** How somebody operates a page. */
export interface Hand {
  /** On a page that has just been drawn: past what is above its content. */
  begin(): Promise<void>;
  reach(control: Locator): Promise<void>;
  press(control: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  choose(list: Locator, value: string): Promise<void>;
  tick(box: Locator): Promise<void>;
}

const nothing = () => Promise.resolve();

export const pointer = (): Hand => ({
  begin: nothing,
  reach: nothing,
  press: (control) => control.click(),
  type: (field, text) => field.fill(text),
  choose: async (list, value) => {
    await list.selectOption(value);
  },
  tick: (box) => box.check(),
});

/** What has the focus: its place in the document, and whether it can be seen that it has. */
const stopOn = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom } = element.getBoundingClientRect();
    return {
      place: [...document.querySelectorAll("*")].indexOf(element),
      nowhere: element === document.body || element === document.documentElement,
      skips: element.getAttribute("href") === "#main",
      marked: outlineStyle !== "none" && parseFloat(outlineWidth) > 0,
      inView: bottom > 0 && top < innerHeight,
      what: element.outerHTML.slice(0, 120),
    };
  });

/** Tab, Enter, Space and arrows only. Fails at a stop that cannot be seen or comes out of order. */
export function keys(page: Page): Hand {
  const key = (name: string) => page.keyboard.press(name);
  const isOn = (control: Locator) =>
    control.evaluate((element) => element === document.activeElement);

  async function reach(control: Locator): Promise<void> {
    let before = await stopOn(page);
    let rounds = 0;
    while (!(await isOn(control))) {
      await key("Tab");
      const stop = await stopOn(page);
      if (!stop.nowhere) {
        expect(stop, `the focus is seen on ${page.url()}`).toMatchObject({
          marked: true,
          inView: true,
        });
      }
      if (stop.place <= before.place) rounds += 1;
      expect(rounds, `Tab reaches it in order, from ${before.what}`).toBeLessThanOrEqual(1);
      before = stop;
    }
  }

  return {
    reach,
    async begin() {
      await key("Tab");
      if (!(await stopOn(page)).skips) return;
      await key("Enter");
      // Before the page's first picture the jump waits for it, and then takes the focus from whatever has it.
      await expect.poll(async () => (await stopOn(page)).skips).toBe(false);
    },
    async press(control) {
      await reach(control);
      await key("Enter");
    },
    async type(field, text) {
      await reach(field);
      // There and back: no field keeps who has come to it.
      await key("Shift+Tab");
      expect(await isOn(field)).toBe(false);
      await key("Tab");
      expect(await isOn(field)).toBe(true);
      await key("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
    async choose(list, value) {
      await reach(list);
      for (let n = 0; n < 40 && (await list.inputValue()) !== value; n += 1) await key("ArrowDown");
      await expect(list).toHaveValue(value);
    },
    async tick(box) {
      const name = (await box.getAttribute("name")) ?? "";
      const radio = (await box.getAttribute("type")) === "radio";
      await reach(radio ? page.locator(`[name="${name}"]`).first() : box);
      await key("Space");
      for (let n = 0; n < 10 && !(await box.isChecked()); n += 1) await key("ArrowDown");
      await expect(box).toBeChecked();
    },
  };
}
