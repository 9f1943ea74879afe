import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ANSWERS, CATEGORIES } from "../apps/relay/src/help/testing/shoe-answers.ts";

const AT = Date.UTC(2026, 10, 3, 12);

/**
 * Publishes the shoe shop's answers in two languages in a relay's database, and lets visitors look for one order.
 *
 * @param url where the help centre is, when not on the relay's own address
 */
export function openHelpCentre(folder: string, siteKey: string, url: string | null = null): void {
  const file = new DatabaseSync(join(folder, "shopbell.db"), { timeout: 5_000 });
  file.exec("BEGIN");
  const category = file.prepare("INSERT INTO categories (id, site_key, position, icon, names) VALUES (?, ?, ?, ?, ?)");
  for (const [position, { id, icon, names }] of CATEGORIES.entries())
    category.run(id, siteKey, position, icon, JSON.stringify(names));
  const answer = file.prepare(
    "INSERT INTO answers (id, site_key, category_id, position, paths, keywords, version, created_at) VALUES (?, ?, ?, ?, '[]', '[]', 1, ?)",
  );
  const text = file.prepare(
    "INSERT INTO answer_texts (answer_id, locale, site_key, slug, question, source, published_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  for (const [position, { id, category, texts }] of ANSWERS.entries()) {
    answer.run(id, siteKey, category, position, AT);
    for (const [locale, { slug, question, source }] of Object.entries(texts))
      text.run(id, locale, siteKey, slug, question, source, AT, AT);
  }
  const order = {
    number: "LS-20871",
    email: "mihai@mail.example",
    steps: [
      { kind: "placed", at: Date.UTC(2026, 10, 17, 21, 40), place: null },
      { kind: "shipped", at: Date.UTC(2026, 10, 20, 6, 12), place: "Madrid" },
    ],
    items: [{ name: "Alfama, chalk, 43", quantity: 1, picture: null }],
    expectedOn: "2026-11-24",
    carrier: null,
  };
  file
    .prepare("INSERT INTO orders (site_key, number, email, detail, at) VALUES (?, ?, ?, ?, ?)")
    .run(siteKey, ORDER_KEY, order.email, JSON.stringify(order), AT);
  const help = { locales: ["en", "pt"], url, shopUrl: null, publicQuestions: false, holds: true };
  file
    .prepare("UPDATE sites SET help = ?, order_source = ?, answers_version = answers_version + 1 WHERE key = ?")
    .run(JSON.stringify(help), JSON.stringify({ kind: "stored" }), siteKey);
  file.exec("COMMIT");
  file.close();
}

/** As numbers are compared. */
const ORDER_KEY = "ls-20871";
