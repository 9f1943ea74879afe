import { DELIVERIES } from "./deliveries.ts";
import { html, type Markup } from "./markup.ts";
import { type Page, page } from "./page.ts";

/** The pages that answer questions: something for a visitor and an agent to talk about. */
export function readingPages(): Page[] {
  return [deliveryPage(), returnsPage(), sizePage(), workshopPage()];
}

/** Length of the foot in centimetres that each EU size fits. */
const FEET: readonly (readonly [size: number, cm: string])[] = [
  [36, "22.5"],
  [37, "23.2"],
  [38, "23.8"],
  [39, "24.5"],
  [40, "25.2"],
  [41, "25.8"],
  [42, "26.5"],
  [43, "27.2"],
  [44, "27.8"],
  [45, "28.5"],
];

function deliveryPage(): Page {
  return page({
    path: "/delivery/",
    title: "Delivery",
    description: "How long a parcel takes to your country, and what it costs.",
    main: html`<article class="text">
<h1>Delivery</h1>
<p class="lead">Ordered before 14:00 on a working day, a pair leaves Lisbon the same afternoon.</p>
<table>
<caption>Working days from our door to yours</caption>
<thead><tr><th scope="col">Country</th><th scope="col">Days</th><th scope="col">Price</th></tr></thead>
<tbody>
${DELIVERIES.map(({ country, days, price }) => html`<tr><th scope="row">${country}</th><td>${days}</td><td>${price}</td></tr>`)}
</tbody>
</table>
${question("Can I collect my order?", "Yes. Choose the shop when you order; we write as soon as it is ready, mostly within two hours.")}
${question("My parcel is late. What now?", "Ring the bell with your order number. After two days of silence from the carrier we send another pair.")}
</article>`,
  });
}

function returnsPage(): Page {
  return page({
    path: "/returns/",
    title: "Returns and exchanges",
    description: "Thirty days to change your mind, and what happens then.",
    main: html`<article class="text">
<h1>Returns and exchanges</h1>
<p class="lead">You have 30 days. Exchanges are free; so is a return from Portugal and Spain.</p>
${question("How do I send a pair back?", "Put it into its box with the slip that came with it, and hand it to the carrier. From elsewhere in Europe the label costs €7.")}
${question("When do I get my money?", "Within five working days after the pair has reached us, in the way you paid.")}
${question("Can I exchange a worn pair?", "Worn indoors: yes. Worn outside: no, but a seam or a sole that fails within two years is mended free.")}
${question("I ordered two sizes to try. Is that all right?", "It is. Send back the one that does not fit, within the same 30 days.")}
</article>`,
  });
}

function sizePage(): Page {
  return page({
    path: "/size-guide/",
    title: "Size guide",
    description: "Which size fits a foot of how many centimetres.",
    main: html`<article class="text">
<h1>Size guide</h1>
<p class="lead">Stand on a sheet of paper in the evening, mark heel and longest toe, and measure. The longer foot counts.</p>
<table>
<caption>Length of the foot</caption>
<thead><tr><th scope="col">EU size</th><th scope="col">Foot in cm</th></tr></thead>
<tbody>
${FEET.map(([size, cm]) => html`<tr><th scope="row">${size}</th><td>${cm}</td></tr>`)}
</tbody>
</table>
${question("I am between two sizes.", "Take the larger for sneakers and boots, the smaller for loafers.")}
${question("Does the Alfama run small?", "No: 26.5 cm is a 42, 27.2 cm is a 43.")}
${question("My feet are wide.", "Ring the bell and say how wide. Some of our lasts are roomier than others, and we know which.")}
</article>`,
  });
}

function workshopPage(): Page {
  return page({
    path: "/about/",
    title: "Our workshop",
    description: "Who makes the shoes, and how we mend them.",
    main: html`<article class="text">
<h1>Our workshop</h1>
<p class="lead">Ana cuts and João stitches. Between them they also run the counter, which is why it is them who answer when you ring.</p>
<p>The leather comes from Alcanena, the soles from Felgueiras. We make about forty pairs a week and mend twice as many.</p>
<h2 id="repairs">Repairs</h2>
<p>Every shoe that we have made can be mended by us, however old.</p>
<table>
<caption>What it costs</caption>
<thead><tr><th scope="col">Repair</th><th scope="col">Price</th><th scope="col">Ready in</th></tr></thead>
<tbody>
<tr><th scope="row">New rubber sole</th><td>€48</td><td>8 days</td></tr>
<tr><th scope="row">New heels</th><td>€18</td><td>3 days</td></tr>
<tr><th scope="row">A seam</th><td>€12</td><td>3 days</td></tr>
</tbody>
</table>
${question("Do you mend other makers' shoes?", "If the sole is stitched, yes. Ring the bell with a word about the pair before you send it.")}
<p>The shop is open Monday to Saturday, 10:00 to 19:00, Lisbon time.</p>
</article>`,
  });
}

function question(asked: string, answer: string): Markup {
  return html`<section>
<h2>${asked}</h2>
<p>${answer}</p>
</section>`;
}
