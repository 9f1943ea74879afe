import { picturePath, SHOES } from "../shoes.ts";
import type { Order } from "./order.ts";

/** An order of the demo shop, and the words in which a page points to it. */
export interface DemoOrder extends Order {
  readonly story: string;
}

const DAY_MS = 86_400_000;
const CARRIER = { name: "CTT Expresso", href: "https://www.ctt.pt/" };

/**
 * What people have ordered. Days are counted from now, so that a parcel is always on its way.
 *
 * @param shopUrl where the shop's pictures are, without a slash at the end
 */
export function demoOrders(now: number, shopUrl: string): readonly DemoOrder[] {
  const at = (daysAgo: number, time: string) => Date.parse(`${dayOf(now - daysAgo * DAY_MS)}T${time}Z`);
  const of = (slug: string, size: number) => [itemOf(slug, size, shopUrl)];
  return [
    {
      number: "LS-20871",
      email: "ioana@example.com",
      story: "on its way",
      steps: [
        { kind: "placed", at: at(5, "21:40") },
        { kind: "packed", at: at(4, "11:05"), place: "Lisbon" },
        { kind: "shipped", at: at(2, "06:12"), place: "Madrid" },
        { kind: "delivered", at: null, place: "Cluj-Napoca" },
      ],
      items: of("alfama-low", 41),
      expectedOn: dayOf(now + 2 * DAY_MS),
      carrier: CARRIER,
    },
    {
      number: "LS-20640",
      email: "ioana@example.com",
      story: "delivered",
      steps: [
        { kind: "placed", at: at(31, "09:15") },
        { kind: "shipped", at: at(29, "16:20"), place: "Lisbon" },
        { kind: "delivered", at: at(25, "12:48"), place: "Cluj-Napoca" },
      ],
      items: of("belem-low", 38),
      carrier: CARRIER,
    },
    {
      number: "LS-20884",
      email: "mihai@example.com",
      story: "paid, and not packed yet",
      steps: [
        { kind: "placed", at: at(1, "18:02") },
        { kind: "paid", at: at(1, "18:03") },
        { kind: "packed", at: null, place: "Lisbon" },
        { kind: "delivered", at: null, place: "Iași" },
      ],
      items: [...of("sintra-boot", 43), ...of("chiado-loafer", 42)],
    },
    {
      number: "LS-20702",
      email: "mihai@example.com",
      story: "sent back",
      steps: [
        { kind: "placed", at: at(24, "20:31") },
        { kind: "shipped", at: at(22, "15:55"), place: "Lisbon" },
        { kind: "delivered", at: at(18, "10:07"), place: "Iași" },
        { kind: "returned", at: at(9, "14:40"), place: "Lisbon" },
      ],
      items: of("tejo-runner", 42),
      carrier: CARRIER,
    },
  ];
}

function itemOf(slug: string, size: number, shopUrl: string): Order["items"][number] {
  const shoe = SHOES.find((known) => known.slug === slug);
  if (!shoe) throw new Error(`there is no shoe ${slug}`);
  return { name: `${shoe.name}, ${shoe.colours[0]}, ${size}`, quantity: 1, picture: `${shopUrl}${picturePath(shoe)}` };
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
