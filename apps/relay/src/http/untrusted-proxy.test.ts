import { expect, test, vi } from "vitest";
import { noticeUntrustedProxy } from "./untrusted-proxy.ts";

test("a proxy that nobody believes is noticed, once", () => {
  const warn = vi.fn();
  const notice = noticeUntrustedProxy(warn);

  notice({ headers: {} });
  expect(warn).not.toHaveBeenCalled();

  notice({ headers: { "x-forwarded-for": "203.0.113.7" } });
  notice({ headers: { "x-forwarded-for": "203.0.113.8" } });
  expect(warn).toHaveBeenCalledTimes(1);
});
