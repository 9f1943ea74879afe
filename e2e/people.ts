import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";

export type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Somebody with a browser of their own. What the browser complains about is kept: a test may demand that it is nothing. */
abstract class Person {
  readonly page: Page;
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("dialog", (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

/** Long enough for the longest pause before a reconnect that a test brings about. */
const PATIENCE = { timeout: 15_000 };

export class Visitor extends Person {
  static async enter(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext(options);
    const visitor = new Visitor(await context.newPage());
    await visitor.page.goto(url);
    return visitor;
  }

  /** The same visitor in another tab. */
  async anotherTab(url = this.page.url()): Promise<Visitor> {
    const tab = new Visitor(await this.context.newPage());
    await tab.page.goto(url);
    return tab;
  }

  get bell(): Locator {
    return this.page.getByRole("button", { name: /^Chat with / });
  }

  get panel(): Locator {
    return this.page.getByRole("dialog");
  }

  get composer(): Locator {
    return this.panel.getByRole("textbox");
  }

  get log(): Locator {
    return this.panel.getByRole("log");
  }

  async ring(): Promise<void> {
    await this.bell.click();
    await this.composer.waitFor();
  }

  async says(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
    await this.log.getByText(text, { exact: true }).waitFor();
  }

  async types(text: string): Promise<void> {
    await this.composer.pressSequentially(text);
  }

  /** Waits until a text is in the conversation. Twice fails at once: a locator that matches two is refused. */
  async sees(text: string): Promise<void> {
    await this.log.getByText(text, { exact: true }).waitFor(PATIENCE);
  }

  /** Says whether a text is on the page now. Let something that comes later be seen first. */
  async doesNotSee(text: string): Promise<void> {
    if (await this.page.getByText(text).count()) throw new Error(`"${text}" is on the page`);
  }

  /** The sign below the newest own message: "Sent 14:30", "Seen", "Sending", "Not sent." */
  async sign(pattern: RegExp): Promise<void> {
    await this.log.getByText(pattern).last().waitFor();
  }
}

export class Agent extends Person {
  /** Signs in at the door; returns what the browser keeps of it. */
  static async signIn(browser: Browser, relayUrl: string, email: string, password: string): Promise<SignedIn> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${relayUrl}/console/sign-in`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Inbox" }).waitFor();
    const kept = await context.storageState();
    await context.close();
    return kept;
  }

  /** Opens the inbox with a sign-in from before. */
  static async enter(browser: Browser, relayUrl: string, signedIn: SignedIn): Promise<Agent> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: signedIn });
    const agent = new Agent(await context.newPage());
    await agent.page.goto(`${relayUrl}/console/`);
    await agent.page.getByRole("heading", { name: "Inbox" }).waitFor();
    return agent;
  }

  /** The inbox row whose last words these are. */
  row(lastWords: string): Locator {
    return this.page
      .getByRole("navigation", { name: "Conversations" })
      .getByRole("button")
      .filter({ hasText: lastWords });
  }

  /** The pane on the board that shows this text. */
  pane(text: string): Locator {
    return this.page
      .getByRole("region")
      .filter({ has: this.page.getByRole("log") })
      .filter({ hasText: text });
  }

  async tab(name: "Mine" | "Queue" | "Open" | "Closed"): Promise<void> {
    await this.page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
  }

  /** Opens the conversation whose last words these are. */
  async opens(lastWords: string): Promise<Locator> {
    await this.tab("Open");
    await this.row(lastWords).click();
    const pane = this.pane(lastWords);
    await pane.waitFor();
    return pane;
  }

  async answers(pane: Locator, text: string): Promise<void> {
    await pane.getByRole("textbox").fill(text);
    await pane.getByRole("textbox").press("Enter");
    await pane.getByRole("log").getByText(text, { exact: true }).waitFor();
  }

  /** The same in a pane's thread. */
  async sees(pane: Locator, text: string): Promise<void> {
    await pane.getByRole("log").getByText(text, { exact: true }).waitFor(PATIENCE);
  }
}
