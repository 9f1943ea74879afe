/** A line for a terminal that tells the relay of an order, as the shop's own system would. */
export function pushLine(relay: string, token: string, placedAt: number): string {
  const order = { email: "rui@mail.example", steps: [{ kind: "placed", at: placedAt }], items: [{ name: "Shoes" }] };
  return [
    `curl -X PUT ${relay}/v1/orders/LS-20871`,
    `-H "Authorization: Bearer ${token}"`,
    `-H "Content-Type: application/json"`,
    `-d '${JSON.stringify(order)}'`,
  ].join(" ");
}
