import { randomUUID } from "node:crypto";
import type { AnswerBook, AnswerId, Category, WrittenAnswer } from "@shopbell/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, writeCsv } from "../http/csv.ts";
import { aBroughtText, aUuid } from "./answer-builders.ts";
import { exportRows } from "./export-table.ts";
import { planImport } from "./import-plan.ts";
import { IMPORT_COLUMNS, textsIn } from "./import-table.ts";
import { COLUMNS } from "./import-text.ts";

const LOCALES = ["en", "pt"];
const DELIVERY: Category = { id: aUuid(101), icon: "truck", names: { en: "Delivery" } };

function aText(parts: Partial<WrittenAnswer["texts"][number]> = {}): WrittenAnswer["texts"][number] {
  const text = { locale: "en", question: "Returns?", source: "30 days.", published: true, slug: "returns" };
  return { ...text, changedAt: 1, changedBy: null, ...parts };
}

function anAnswer(n: number, parts: Partial<WrittenAnswer> = {}): WrittenAnswer {
  const shared = { categoryId: null, paths: [], keywords: [], version: 1, votes: { up: 0, down: 0 } };
  return { id: aUuid(n) as AnswerId, ...shared, texts: [aText()], ...parts };
}

const EMPTY: AnswerBook = { categories: [], answers: [] };

async function brought(csv: string | Uint8Array) {
  const bytes = typeof csv === "string" ? new TextEncoder().encode(csv) : csv;
  return textsIn(await readCsv(bytes, IMPORT_COLUMNS), LOCALES);
}

async function planFor(csv: string, book: AnswerBook = EMPTY, foreign: string[] = []) {
  const { texts, faults } = await brought(csv);
  expect(faults).toEqual([]);
  const minted: string[] = [];
  const newId = () => {
    minted.push(aUuid(501 + minted.length));
    return minted.at(-1) ?? "";
  };
  return planImport(texts, { book, foreign: new Set(foreign), newId });
}

describe("a table that brings too much", () => {
  test("says from which row on there are too many answers, and does not count those that the shop has", () => {
    const book = { categories: [], answers: Array.from({ length: 4_998 }, (_, n) => anAnswer(n, { texts: [] })) };
    const planWith = (count: number) =>
      planImport(
        Array.from({ length: count }, (_, n) => aBroughtText(4_990 + n)),
        { book, foreign: new Set(), newId: () => aUuid(1) },
      );

    expect(planWith(10)).toMatchObject({ added: 10, faults: [] });
    expect(planWith(11).faults).toEqual([{ row: 5_002, column: null, problem: expect.stringContaining("5000") }]);
  });

  test("is told so where each of its rows has a category of its own, without keeping them all", () => {
    const texts = Array.from({ length: 1_000 }, (_, n) => aBroughtText(n, { category: `Category ${n}` }));

    const plan = planImport(texts, { book: EMPTY, foreign: new Set(), newId: randomUUID });

    expect(plan.faults).toEqual([{ row: 2, column: "category", problem: expect.stringContaining("30") }]);
    expect(plan.categories).toHaveLength(31);
  });
});

describe("a table of answers", () => {
  test("brings new ones as drafts, unless it says otherwise", async () => {
    const plan = await planFor("locale,question,answer,published\nen,Returns?,30 days.,\nen,Sizes?,EU.,yes\n");

    expect(plan).toMatchObject({
      ...{ added: 2, changed: 0, same: 0, faults: [], categories: null },
      texts: [
        { id: aUuid(501), version: 1, question: "Returns?", source: "30 days.", published: false },
        { id: aUuid(502), question: "Sizes?", published: true },
      ],
    });
  });

  test("changes the answer that it names, or that has the same question in its language", async () => {
    const portuguese = anAnswer(2, { texts: [aText({ locale: "pt" })] });
    const book = { categories: [], answers: [anAnswer(1, { version: 4 }), portuguese, anAnswer(3)] };
    const rows = [
      `${aUuid(1).toUpperCase()},en,Refunds?,31 days.`,
      ",pt, RETURNS?  ,30 dias.",
      `${aUuid(3)},en,Returns?,30 days.`,
    ];

    const plan = await planFor(`id,locale,question,answer\n${rows.join("\n")}\n`, book);

    expect(plan).toMatchObject({ added: 0, changed: 2, same: 1, faults: [] });
    expect(plan.texts).toMatchObject([
      { id: aUuid(1), version: 5, question: "Refunds?", source: "31 days.", published: true },
      { id: aUuid(2), version: 2, locale: "pt", source: "30 dias." },
    ]);
  });

  test("leaves what it has no column for", async () => {
    const shared = { categoryId: DELIVERY.id, paths: ["/a"], keywords: ["k"] };
    const book = { categories: [DELIVERY], answers: [anAnswer(1, shared)] };

    const plan = await planFor("locale,question,answer\nen,Returns?,New.\n", book);

    expect(plan.texts).toMatchObject([{ ...shared, source: "New.", published: true }]);
    expect(
      (await planFor("locale,question,answer,category,paths\nen,Returns?,30 days.,,\n", book)).texts,
    ).toMatchObject([{ ...shared, categoryId: null, paths: [] }]);
  });

  test("brings categories by their names, in each language of the same answer", async () => {
    const csv = `id,locale,category,question,answer\n${aUuid(1)},en,Returns,A?,a\n${aUuid(1)},pt,Devoluções,A?,a\n${aUuid(2)},en,Returns,B?,b\n${aUuid(3)},en,Delivery,C?,c\n`;

    const plan = await planFor(csv, { categories: [DELIVERY], answers: [] });

    expect(plan.faults).toEqual([]);
    expect(plan.categories).toEqual([
      DELIVERY,
      { id: aUuid(501), icon: "question", names: { en: "Returns", pt: "Devoluções" } },
    ]);
    expect(plan.texts.map(({ categoryId }) => categoryId)).toEqual([aUuid(501), aUuid(501), aUuid(501), DELIVERY.id]);
  });

  test("may not say two things of one answer, take another shop's, or fill the help centre with categories", async () => {
    const twice = `id,locale,question,answer,paths\n${aUuid(1)},en,A?,a,/a\n${aUuid(1)},pt,A?,a,/b\n${aUuid(1)},en,A?,b,/a\n`;
    expect((await planFor(twice)).faults).toEqual([
      { row: 3, column: "paths", problem: "Row 2 says something else of the same answer." },
      { row: 4, column: "question", problem: "Row 2 is the same answer in the same language." },
    ]);
    const one = `id,locale,question,answer\n${aUuid(1)},en,A?,a\n`;
    expect((await planFor(one, EMPTY, [aUuid(1)])).faults).toMatchObject([{ row: 2, column: "id" }]);
    const many = Array.from({ length: 31 }, (_, n) => `en,Q${n}?,a,C${n}`).join("\n");
    expect((await planFor(`locale,question,answer,category\n${many}`)).faults).toMatchObject([{ column: "category" }]);
  });

  test("may have semicolons, quotes, a mark at its beginning, and lines within a cell", async () => {
    const { texts, faults } = await brought(
      '\uFEFFQuestion;Locale;Answer;Keywords\r\n"He said ""hi""";pt;"one\r\n\r\ntwo; three";"a b\nc, d"\r\n\r\n',
    );

    expect(faults).toEqual([]);
    expect(texts).toMatchObject([
      { row: 2, question: 'He said "hi"', locale: "pt", source: "one\r\n\r\ntwo; three", keywords: ["a b", "c, d"] },
    ]);
  });

  test.each([
    ["a row for a language that the shop has not", "en,A?,a,no\nde,B?,b,no", { row: 3, column: "locale" }],
    ["a language that is none", "english,A?,a,no", { row: 2, column: "locale" }],
    ["no question", "en,,a,no", { row: 2, column: "question" }],
    ["a question of two lines", 'en,"A\nB?",a,no', { row: 2, column: "question" }],
    ["a question that is too long", `en,${"q".repeat(201)},a,no`, { row: 2, column: "question" }],
    ["an answer that is too long", `en,A?,"${"a\n".repeat(10_001)}",no\nen,B?,b,perhaps`, { row: 2, column: "answer" }],
    ["neither yes nor no", 'en,A?,"a\nb",no\n\nen,B?,b,perhaps', { row: 5, column: "published" }],
    ["an answer that says nothing, published", "en,A?,---,yes", { row: 2, column: "answer" }],
    ["a row that is too short", "en,A?", { row: 2, column: null }],
    ["a property of every object", "en,A?,a,constructor", { row: 2, column: "published" }],
  ])("with %s says where", async (_what, rows, fault) => {
    const { faults } = await brought(`locale,question,answer,published\n${rows}\n`);
    expect(faults[0]).toMatchObject(fault);
  });

  test.each([
    ["columns that are missing", "question,answer\nA?,a\n", { row: 1, column: "locale" }],
    ["columns that nobody knows", "locale,question,answer,color\nen,A?,a,red\n", { row: 1, column: "color" }],
    ["quotes that do not match", 'locale,question,answer\nen,"A?,a\n', { column: null }],
    ["a NUL", "locale,question,answer\nen,A\0?,a\n", { column: null }],
    ["nothing", "", { row: 1, column: null }],
    [
      "more rows than a shop may have",
      `locale,question,answer\n${"en,A?,a\n".repeat(10_001)}`,
      { row: 10_002, column: null },
    ],
  ])("with %s is refused as a whole", async (_what, csv, fault) => {
    const { texts, faults } = await brought(csv);
    expect(texts).toEqual([]);
    expect(faults).toMatchObject([fault]);
  });

  test("in another encoding is refused", async () => {
    const { faults } = await brought(new Uint8Array([...Buffer.from("locale,question,answer\nen,Caf"), 0xe9, 0x3f]));
    expect(faults).toMatchObject([{ column: null }]);
  });

  test("with parts of the addresses and words that are none says where", async () => {
    const { faults } = await brought("locale,question,answer,paths,keywords,id,category\nen,A?,a,shoes,,7,\n");
    expect(faults.map(({ column }) => column).toSorted()).toEqual(["id", "paths"]);
  });
});

describe("an export", () => {
  const words = fc.string({ unit: fc.constantFrom(...('aé=+-@\t,;"\n |<>&*#😀1'.match(/./gsu) ?? [])), maxLength: 12 });
  const line = words.map((text) => `a${text.replace(/\s/g, " ").trim()}`);
  const source = words.map((text) => text.trim().replace(/\r/g, ""));
  const text = fc.record({ question: line, source, published: fc.boolean() });
  const answer = fc.record({
    texts: fc.dictionary(fc.constantFrom(...LOCALES), text, { minKeys: 1, noNullPrototype: true }),
    categoryId: fc.constantFrom(null, aUuid(101), aUuid(102)),
    paths: fc.uniqueArray(fc.constantFrom("/", "/shoes/*", "/a,b"), { maxLength: 3 }),
    keywords: fc.uniqueArray(line, { maxLength: 3 }),
  });
  const CATEGORIES: Category[] = [
    { id: aUuid(101), icon: "truck", names: { en: "=Delivery", pt: "Entrega" } },
    { id: aUuid(102), icon: "star", names: { pt: "Entrega" } },
  ];
  const book = fc.array(answer, { maxLength: 4 }).map(
    (answers): AnswerBook => ({
      categories: CATEGORIES,
      answers: answers.map(({ texts, ...shared }, n) => {
        const said = Object.entries(texts).map(([locale, each]) => {
          const published = each.published && /[a-zé1]/.test(each.source);
          return aText({ ...each, locale, published, slug: `${n}` });
        });
        return anAnswer(n, { ...shared, texts: said });
      }),
    }),
  );

  test("is read back as what is there already", async () => {
    await fc.assert(
      fc.asyncProperty(book, async (exported) => {
        const { texts, faults } = await brought(writeCsv(COLUMNS, exportRows(exported)));
        const plan = planImport(texts, { book: exported, foreign: new Set(), newId: () => aUuid(999) });

        expect([faults, plan.faults, plan.texts, plan.categories]).toEqual([[], [], [], null]);
        expect(plan.same).toBe(exported.answers.flatMap((each) => each.texts).length);
      }),
    );
  });

  test("brings the same to a shop that has nothing yet", async () => {
    await fc.assert(
      fc.asyncProperty(book, async (exported) => {
        const { texts } = await brought(writeCsv(COLUMNS, exportRows(exported)));
        const plan = planImport(texts, {
          book: { ...EMPTY, categories: CATEGORIES },
          foreign: new Set(),
          newId: () => aUuid(999),
        });

        const said = exported.answers.flatMap(({ id, paths, keywords, texts }) =>
          texts.map(({ locale, question, source, published }) => ({
            id,
            paths,
            keywords,
            locale,
            question,
            source,
            published,
          })),
        );
        expect(plan.texts).toMatchObject(said);
      }),
    );
  });

  test("has no cell that a spreadsheet would run", () => {
    const risky = ["=1+1", "+1", "-1", "@x", "=HYPERLINK(1)"];
    const answers = risky.map((question, n) =>
      anAnswer(n, { keywords: [question], texts: [aText({ question, source: question })] }),
    );

    const table = writeCsv(COLUMNS, exportRows({ categories: [], answers }));

    for (const cell of table.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
    expect(table).toContain("'=1+1");
  });
});
