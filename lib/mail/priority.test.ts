import { describe, expect, it } from "vitest";
import { mailPriority } from "@/lib/mail/priority";

describe("where many mails wait", () => {
  it("a link goes before what is urgent, and that before the rest", () => {
    const inOrder = ["confirmAddress", "returned", "receipt"] as const;
    const priorities = inOrder.map(mailPriority);
    expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
    expect(new Set(priorities).size).toBe(3);
  });

  it("all go after whatever else the worker does", () => {
    expect(mailPriority("confirmAddress")).toBeGreaterThan(0);
  });

  it("an invitation and a warning to an authority have their place", () => {
    expect(mailPriority("officerInvited")).toBe(mailPriority("confirmAddress"));
    expect(mailPriority("authorityLost")).toBe(mailPriority("receipt"));
  });
});
