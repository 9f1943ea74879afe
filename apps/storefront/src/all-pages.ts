import { bagPage, checkoutPage } from "./bag-pages.ts";
import { categoryPages, frontPage, shoePages } from "./catalogue-pages.ts";
import { embeddingPages } from "./embedding-pages.ts";
import { orderPage } from "./order-page.ts";
import type { Page } from "./page.ts";
import { readingPages } from "./reading-pages.ts";
import { viewPages } from "./view-pages.ts";

/** Every page of the shop, as files. */
export function allPages(): Page[] {
  return [
    frontPage(),
    ...categoryPages(),
    ...shoePages(),
    bagPage(),
    checkoutPage(),
    orderPage(),
    ...readingPages(),
    ...viewPages(),
    ...embeddingPages(),
  ];
}
