import { useEffect, useState } from "preact/hooks";

/** Whether the visitor can see the page. */
export function useVisible(): boolean {
  const read = (): boolean => document.visibilityState === "visible";
  const [visible, setVisible] = useState(read);
  useEffect(() => {
    const changed = (): void => setVisible(read());
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  }, []);
  return visible;
}
