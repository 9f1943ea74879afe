// `npm run screenshots`: takes the README's pictures from the running product, as visitors and agents see it.
import { mkdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { freePort } from "../apps/relay/src/testing/server-process.ts";
import { Agent, Visitor } from "../e2e/people.ts";
import { RelayProcess } from "../e2e/relay-process.ts";
import { PASSWORD } from "../e2e/world.ts";
import { buildStale } from "./build.ts";
import { openBrowser } from "./chromium.ts";

const FOLDER = "docs/pictures";

/** What three visitors ask, where, and what they are answered. */
const TALKS = [
  {
    path: "/men/sintra-boot/",
    asked: ["Hello from Osaka.", "Do you ship the Sintra boot to Japan?"],
    answered: ["We do, with DHL in 4 to 6 days. Customs are included in the price you see."],
    afterwards: ["Wonderful. Can I collect it somewhere instead of at home?"],
  },
  {
    path: "/returns/",
    asked: ["Good afternoon. The seam on the right heel opened again."],
    answered: ["I am sorry. A new pair leaves today, and the courier takes the old one along."],
    afterwards: [],
  },
  {
    path: "/men/alfama-low/",
    asked: ["Hello! I am between a 42 and a 43 in the Alfama.", "My left foot is the longer one."],
    answered: [
      "Hello Mihai, easy to sort out. How long is the left foot, standing on paper?",
      "And do you wear thick socks?",
    ],
    afterwards: ["26.8 cm, thin socks."],
  },
];

async function converse(
  browser: Browser,
  relayUrl: string,
  ana: Agent,
  talk: (typeof TALKS)[number],
): Promise<Visitor> {
  const visitor = await Visitor.enter(browser, relayUrl + talk.path, { viewport: { width: 1200, height: 800 } });
  await visitor.ring();
  for (const text of talk.asked) await visitor.says(text);
  const pane = await ana.opens(talk.asked.at(-1) ?? "");
  for (const text of talk.answered) await ana.answers(pane, text);
  await visitor.sees(talk.answered.at(-1) ?? "");
  for (const text of talk.afterwards) await visitor.says(text);
  return visitor;
}

async function photograph(browser: Browser, relay: RelayProcess): Promise<void> {
  for (const [name, address] of [
    ["Ana", "ana"],
    ["João", "joao"],
  ] as const) {
    const person = ["--email", `${address}@lisboashoes.example`, "--name", name, "--role", "owner", "--password-stdin"];
    relay.shopbell(["user", "create", ...person], PASSWORD);
  }
  const signedIn = await Agent.signIn(browser, relay.url, "ana@lisboashoes.example", PASSWORD);
  const ana = await Agent.enter(browser, relay.url, signedIn);
  await ana.page.getByRole("button", { name: "Not now" }).click();
  const visitors: Visitor[] = [];
  for (const talk of TALKS) visitors.push(await converse(browser, relay.url, ana, talk));
  const mihai = visitors.at(-1);
  if (!mihai) throw new Error("nobody came");
  await mihai.sign(/^Seen/);
  const composer = ana.pane("26.8 cm, thin socks.").getByRole("textbox");
  await composer.pressSequentially("Then 43. That rub is a short shoe, not a narrow one.");
  await mihai.panel.getByRole("img", { name: /typing/i }).waitFor();
  await mihai.page.screenshot({ path: `${FOLDER}/shop.png` });
  await ana.page.screenshot({ path: `${FOLDER}/console.png` });
  await photographHelp(browser, relay.url);
}

/** What visitors find without asking anybody: while they type, and in the help centre. */
async function photographHelp(browser: Browser, relayUrl: string): Promise<void> {
  const viewport = { width: 1200, height: 800 };
  const asking = await Visitor.enter(browser, `${relayUrl}/men/sintra-boot/`, { viewport });
  await asking.ring();
  await asking.types("how long is delivery to rom");
  await asking.panel.getByRole("heading", { name: "Perhaps this helps" }).waitFor();
  await asking.panel.getByRole("button", { name: "How long is delivery to Romania?" }).click();
  await asking.panel.getByText("Four to six working days").waitFor();
  await asking.page.screenshot({ path: `${FOLDER}/answers.png` });
  const reading = await Visitor.enter(browser, `${relayUrl}/help/demo/en/`, { viewport });
  await reading.bell.waitFor();
  await reading.page.screenshot({ path: `${FOLDER}/help-centre.png` });
}

await buildStale();
mkdirSync(FOLDER, { recursive: true });
const relay = new RelayProcess({ port: await freePort() });
await relay.start();
const browser = await openBrowser();
try {
  await photograph(browser, relay);
} finally {
  await browser.close();
  await relay.stop();
}
