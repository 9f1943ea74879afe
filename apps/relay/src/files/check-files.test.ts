import sharp from "sharp";
import { expect, test } from "vitest";
import { keptOf } from "./check-file.ts";
import { checkFiles } from "./check-files.ts";
import { MAX_FILE_BYTES } from "./file.ts";

const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
const HTML = "<!DOCTYPE html><script>alert(1)</script>";

function aPicture(width = 4, height = 3, background = "#1d4f9f") {
  return sharp({ create: { width, height, channels: 3, background } });
}

function aText(text: string, name = "note.txt", type = "text/plain") {
  return { name, type, content: Buffer.from(text) };
}

const idOf = (index: number) => `file${index}`;

test.each(["png", "jpeg", "gif", "webp"] as const)("a picture in %s is kept as that", async (format) => {
  const content = await aPicture().toFormat(format).toBuffer();

  const kept = await keptOf({ name: "picture", type: "text/html", content });

  expect(kept?.type).toBe(`image/${format}`);
  expect(await sharp(kept?.content).metadata()).toMatchObject({ format, width: 4, height: 3 });
});

test("where a picture was taken is not kept, and it stands upright", async () => {
  const content = await aPicture()
    .withExif({ IFD3: { GPSLatitudeRef: "N" }, IFD0: { Copyright: "Maria" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(content.includes("Maria")).toBe(true);

  const kept = await keptOf({ name: "picture.jpg", type: "image/jpeg", content });

  const { width, height, exif, orientation } = await sharp(kept?.content).metadata();
  expect({ width, height, exif, orientation }).toEqual({
    width: 3,
    height: 4,
    exif: undefined,
    orientation: undefined,
  });
});

test("what is hidden behind a picture's last row is not kept", async () => {
  const content = Buffer.concat([await aPicture().png().toBuffer(), Buffer.from(HTML)]);

  const kept = await keptOf({ name: "picture.png", type: "image/png", content });

  expect(kept?.type).toBe("image/png");
  expect(Buffer.from(kept?.content ?? []).includes("script")).toBe(false);
});

test("an animation stays one", async () => {
  const frames = await Promise.all(["#1d4f9f", "#ffffff"].map((color) => aPicture(4, 3, color).png().toBuffer()));
  const content = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();

  const kept = await keptOf({ name: "two.gif", type: "image/gif", content });

  expect((await sharp(kept?.content, { animated: true }).metadata()).pages).toBe(2);
});

test.each([
  ["a picture of more than 24 million pixels", async () => aPicture(6_000, 4_001).png().toBuffer()],
  ["the beginning of a picture", async () => (await aPicture(200, 200).png().toBuffer()).subarray(0, 60)],
  ["SVG", async () => Buffer.from(SVG)],
  ["SVG that says what it is", async () => Buffer.from(`<?xml version="1.0"?>${SVG}`)],
  ["HTML", async () => Buffer.from(HTML)],
  ["a program", async () => Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", "latin1")],
  ["an archive", async () => Buffer.from("PK\x03\x04\x14\0\0\0\0\0", "latin1")],
  ["nothing", async () => Buffer.alloc(0)],
])("%s is refused, whatever it is called", async (_, content) => {
  expect(await keptOf({ name: "picture.png", type: "image/png", content: await content() })).toBeUndefined();
});

test("a file of 10 MiB is kept, one that is larger is not", async () => {
  const pdf = Buffer.alloc(MAX_FILE_BYTES + 1, "%PDF-1.7\n");

  expect(await keptOf({ name: "a.pdf", type: "application/pdf", content: pdf.subarray(1) })).toBeUndefined();
  expect((await keptOf({ name: "a.pdf", type: "", content: pdf.subarray(0, MAX_FILE_BYTES) }))?.type).toBe(
    "application/pdf",
  );
  expect(await keptOf({ name: "a.pdf", type: "", content: pdf })).toBeUndefined();
});

test("text is kept in UTF-8, whatever it came in, and never as the page that it says it is", async () => {
  const [note, page] = await checkFiles(
    [{ name: "ola.txt", type: "text/plain", content: Buffer.from("Ol\xe1", "latin1") }, aText(HTML, "page.html")],
    idOf,
  );

  expect(Buffer.from(note?.stored?.content ?? []).toString()).toBe("Olá");
  expect(page?.attachment).toMatchObject({ name: "page.html.txt", type: "text/plain" });
});

test("text with bytes that nobody types is no text", async () => {
  expect(await keptOf(aText("a\0b"))).toBeUndefined();
  expect(await keptOf(aText("a\x1b[2J"))).toBeUndefined();
});

test("of many files the first ten are kept, all are named, and the rest is counted", async () => {
  const checked = await checkFiles(
    Array.from({ length: 33 }, (_, index) => aText("note", `${index}.txt`)),
    idOf,
  );

  expect(checked.filter(({ stored }) => stored)).toHaveLength(10);
  expect(checked.map(({ attachment }) => attachment.href)).toEqual(
    checked.map((_, index) => (index < 10 ? `/v1/files/file${index}` : undefined)),
  );
  expect(checked.at(-2)?.attachment.name).toBe("29.txt");
  expect(checked.at(-1)?.attachment.name).toBe("+3");
});

test("of what is large only 25 MiB in all are kept", async () => {
  const large = { name: "a.pdf", type: "application/pdf", content: Buffer.alloc(9 * 2 ** 20, "%PDF-1.7\n") };

  const checked = await checkFiles([large, large, large, aText("note")], idOf);

  expect(checked.map(({ stored }) => stored !== undefined)).toEqual([true, true, false, true]);
});
