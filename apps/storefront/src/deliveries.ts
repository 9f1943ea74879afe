/** Working days and price of a parcel, per country. */
export const DELIVERIES: readonly { country: string; days: string; price: string }[] = [
  { country: "Portugal", days: "1 to 2", price: "€4, free from €90" },
  { country: "Spain", days: "2 to 3", price: "€6, free from €90" },
  { country: "France", days: "3 to 4", price: "€9, free from €150" },
  { country: "Germany", days: "3 to 4", price: "€9, free from €150" },
  { country: "Italy", days: "3 to 5", price: "€9, free from €150" },
  { country: "Poland", days: "4 to 5", price: "€11, free from €150" },
  { country: "Romania", days: "4 to 6", price: "€11, free from €150" },
  { country: "United Kingdom", days: "5 to 7", price: "€16, duty included" },
  { country: "Brazil", days: "8 to 12", price: "€28, duty not included" },
  { country: "United States", days: "6 to 9", price: "€28, duty not included" },
];
