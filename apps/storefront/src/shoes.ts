import type { Colour, Shape } from "./drawing.ts";

export type Department = "men" | "women";

export interface Shoe {
  slug: string;
  name: string;
  department: Department;
  kind: string;
  /** In euros. */
  price: number;
  shape: Shape;
  /** The first one is shown large. */
  colours: readonly [Colour, ...Colour[]];
  description: string;
  fit: string;
}

/** Sizes in EU numbers, as `/size-guide/` lists them. */
export const SIZES: Record<Department, readonly number[]> = {
  men: [40, 41, 42, 43, 44, 45],
  women: [36, 37, 38, 39, 40, 41],
};

/** Newest first. */
export const SHOES: readonly Shoe[] = [
  {
    slug: "alfama-low",
    name: "Alfama low",
    department: "men",
    kind: "Sneakers",
    price: 129,
    shape: "sneaker",
    colours: ["chalk", "sand", "slate"],
    description: "Chalk leather, stitched in Felgueiras on a natural rubber sole that our workshop can replace.",
    fit: "Runs true to size. Between two sizes, take the larger.",
  },
  {
    slug: "estrela-boot",
    name: "Estrela boot",
    department: "women",
    kind: "Boots",
    price: 229,
    shape: "boot",
    colours: ["chestnut", "moss"],
    description: "An ankle boot of oiled leather, warm without a lining, resoled as often as you like.",
    fit: "Runs true to size with a thin sock.",
  },
  {
    slug: "chiado-loafer",
    name: "Chiado loafer",
    department: "men",
    kind: "Loafers",
    price: 169,
    shape: "loafer",
    colours: ["chestnut", "ink"],
    description: "A slip-on of vegetable-tanned calf that is soft on the first day and yours by the second week.",
    fit: "Runs half a size large: it has no laces to hold the heel.",
  },
  {
    slug: "belem-low",
    name: "Belém low",
    department: "women",
    kind: "Sneakers",
    price: 125,
    shape: "sneaker",
    colours: ["sand", "chalk"],
    description: "Sand suede on natural rubber, with a cork insole that can be taken out and washed.",
    fit: "Runs half a size small.",
  },
  {
    slug: "sintra-boot",
    name: "Sintra boot",
    department: "men",
    kind: "Boots",
    price: 219,
    shape: "boot",
    colours: ["moss", "chestnut"],
    description: "Waxed leather for wet hills, with elastic sides and a sole that has been changed four times on ours.",
    fit: "Made for a thick sock. With thin ones, take half a size less.",
  },
  {
    slug: "graca-loafer",
    name: "Graça loafer",
    department: "women",
    kind: "Loafers",
    price: 165,
    shape: "loafer",
    colours: ["ink", "chestnut"],
    description: "Black calf on a thin leather sole. Unlined, so that it folds where your foot does.",
    fit: "Runs true to size. A wide foot takes one size more.",
  },
  {
    slug: "tejo-runner",
    name: "Tejo runner",
    department: "men",
    kind: "Sneakers",
    price: 139,
    shape: "sneaker",
    colours: ["slate", "chalk"],
    description: "Suede and recycled mesh, for the ferry and for the hill after it.",
    fit: "Runs true to size.",
  },
];

export function shoesFor(department: Department): Shoe[] {
  return SHOES.filter((shoe) => shoe.department === department);
}

export function shoePath(shoe: Shoe): string {
  return `/${shoe.department}/${shoe.slug}/`;
}

/** Where its picture is, for whoever shows what was ordered. */
export function picturePath(shoe: Shoe): string {
  return `/pictures/${shoe.slug}.svg`;
}
