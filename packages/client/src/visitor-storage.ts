/** Names under which a visitor's end keeps things on this device, all below one prefix. */
export function storagePrefix(siteKey: string): string {
  return `shopbell:${siteKey}:`;
}

/** localStorage where the page may have it; a memory that ends with the page where it may not (private mode, sandbox). */
export function deviceStorage(): Storage {
  try {
    const storage = window.localStorage;
    storage.getItem("shopbell");
    return storage;
  } catch {
    return memoryStorage();
  }
}

/** Keeps a value; where the device is full or forbids it, nothing happens. */
export function keepItem(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // What must survive is held in memory by whoever asks.
  }
}

/** A Storage that forgets everything with the page. Its keys are enumerable, as those of localStorage are. */
export function memoryStorage(): Storage {
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = String(value);
    },
    removeItem: (key: string) => {
      delete items[key];
    },
  };
  const items: Record<string, string> = Object.create(methods);
  return items as unknown as Storage;
}

/** Takes everything of ours off this device. */
export function forgetVisitor(storage: Storage, siteKey: string): void {
  for (const key of Object.keys(storage)) if (key.startsWith(storagePrefix(siteKey))) storage.removeItem(key);
}
