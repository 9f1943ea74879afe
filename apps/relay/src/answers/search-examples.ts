import { randomUUID } from "node:crypto";
import type { Database } from "../storage/schema.ts";

/** An answer of a shop for tests: its question, its text, and how else visitors say it. */
export type Example = readonly [question: string, source: string, keywords?: string];

/** For tests: what a shop has published, by language. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  en: [
    [
      "How long is delivery to Romania?",
      "Three to five working days with CTT Expresso, €9. **Free** above €150. Leaves Lisbon the same day if you order before 13:00.",
      "shipping postage",
    ],
    ["Which countries do you deliver to?", "All of the European Union, Switzerland and Norway.", "shipping abroad"],
    ["Can I change the delivery address?", "Until the parcel has left us: write to us with the order number."],
    [
      "Can I exchange a worn pair?",
      "Yes, once, within 30 days, if you wore them indoors. Shoes that have been on the street we repair.",
      "swap",
    ],
    ["How do I send shoes back?", "You get a label the same day. Wrap up the shoes, in their box.", "return refund"],
    ["When is my money back?", "Within five days after the shoes have reached us, the way you paid.", "refund"],
    ["Does the Alfama run small?", "It does, by half a size. Between two sizes take the larger.", "fit"],
    ["Which size is my Alfama?", "26.5 cm is a 42, 27.2 cm is a 43."],
    ["How do I clean suede?", "With a soft brush, dry. Lift the nap with an eraser. No water.", "care"],
    ["Do you sell vouchers?", "Yes, from €25, in the shop and here."],
    ["Can you hold a pair for me?", "For two days, in the Chiado shop.", "reserve"],
    ["How can I pay?", "With card, MB Way, PayPal or by bank transfer.", "klarna"],
  ],
  pt: [
    [
      "Quanto tempo demora a entrega na Roménia?",
      "Três a cinco dias úteis, 9 €. Grátis acima de 150 €.",
      "envio portes",
    ],
    [
      "Como faço uma devolução?",
      "Escreva-nos com o número da encomenda. Recebe uma etiqueta no mesmo dia.",
      "devolver",
    ],
    ["Posso trocar um par já usado?", "Sim, uma vez, no prazo de 30 dias, se só os usou em casa.", "troca"],
    ["Que tamanho é o meu Alfama?", "26,5 cm é um 42, 27,2 cm é um 43.", "número"],
    ["Como limpo a camurça?", "Com uma escova macia, a seco.", "cuidado"],
    ["Posso pagar à cobrança?", "Não. Aceitamos cartão, MB Way e transferência.", "pagamento"],
  ],
  de: [
    [
      "Wie lange dauert der Versand nach Rumänien?",
      "Drei bis fünf Werktage, 9 €. Ab 150 € kostenlos.",
      "Lieferung Porto",
    ],
    ["Kann ich getragene Schuhe umtauschen?", "Ja, einmal, innerhalb von 30 Tagen.", "Umtausch"],
    ["Wie schicke ich Schuhe zurück?", "Sie erhalten am selben Tag ein Etikett.", "Rücksendung Retoure"],
    ["Welche Größe ist mein Alfama?", "26,5 cm ist eine 42.", "Schuhgröße"],
    ["Wie reinige ich Wildleder?", "Mit einer weichen Bürste, trocken.", "Pflege"],
    ["Wann bekomme ich mein Geld zurück?", "Fünf Tage nachdem die Schuhe bei uns sind.", "Erstattung"],
  ],
  ru: [
    ["Сколько идёт доставка в Румынию?", "Три–пять рабочих дней, 9 €. Бесплатно от 150 €.", "пересылка"],
    ["Можно ли обменять ношеную пару?", "Да, один раз, в течение 30 дней.", "обмен"],
    ["Как вернуть обувь?", "Напишите нам номер заказа, и мы пришлём этикетку.", "возврат"],
    ["Какой у меня размер Alfama?", "26,5 см — это 42, 27,2 см — это 43."],
    ["Как чистить замшу?", "Мягкой щёткой, всухую.", "уход"],
    ["Как можно оплатить заказ?", "Картой, PayPal или банковским переводом.", "оплата"],
  ],
  ar: [
    ["كم يستغرق التوصيل إلى رومانيا؟", "من ثلاثة إلى خمسة أيام عمل. الشحن مجاني فوق 150 يورو.", "شحن"],
    ["هل يمكنني استبدال حذاء ملبوس؟", "نعم، مرة واحدة خلال 30 يوما.", "تبديل"],
    ["كيف أعيد الأحذية؟", "اكتب لنا رقم الطلب وستصلك بطاقة في اليوم نفسه.", "إرجاع"],
    ["ما هو مقاسي؟", "26.5 سم هو 42.", "المقاس حجم"],
    ["كيف أنظف جلد الشامواه؟", "بفرشاة ناعمة وجافة.", "تنظيف"],
  ],
  ja: [
    ["ルーマニアへの配送は何日かかりますか？", "三日から五日です。150ユーロ以上は送料無料です。", "送料"],
    ["履いた靴を交換できますか？", "はい、30日以内に一度だけ交換できます。", "サイズ交換"],
    ["靴の返品はどうすればいいですか？", "注文番号をお知らせください。", "返送"],
    ["アルファマのサイズはどれですか？", "26.5センチは42です。"],
    ["スエードのお手入れ方法は？", "柔らかいブラシで乾いたまま磨いてください。", "掃除"],
  ],
};

/** For tests: publishes answers on a site, as if its owner had written them in this order, and says that there is something new. */
export async function publish(
  db: Database,
  siteKey: string,
  examples: Readonly<Record<string, readonly Example[]>>,
  paths: readonly string[] = [],
): Promise<void> {
  const written = Object.entries(examples).flatMap(([locale, ofLocale]) =>
    ofLocale.map(([question, source, keywords = ""]) => ({ id: randomUUID(), locale, question, source, keywords })),
  );
  const { before } = await db
    .selectFrom("answers")
    .select(({ fn }) => fn.countAll<number>().as("before"))
    .where("site_key", "=", siteKey)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("answers")
    .values(
      written.map(({ id, keywords }, index) => ({
        ...{ id, site_key: siteKey, category_id: null, position: Number(before) + index, version: 1, created_at: 1 },
        ...{ paths: JSON.stringify(paths), keywords: JSON.stringify(keywords.split(" ").filter(Boolean)) },
      })),
    )
    .execute();
  await db
    .insertInto("answer_texts")
    .values(
      written.map(({ id, locale, question, source }) => ({
        ...{ answer_id: id, locale, site_key: siteKey, slug: id, question, source },
        ...{ published_at: 1, changed_at: 1, agent_id: null },
      })),
    )
    .execute();
  await db
    .updateTable("sites")
    .set(({ eb }) => ({ answers_version: eb("answers_version", "+", 1) }))
    .where("key", "=", siteKey)
    .execute();
}
