/** An order that no shop has: trying must not change a real one. */
const NUMBER = "TEST-1";

/** A line for a terminal that tells the relay of an order, as the shop's own system would. */
export function pushLine(relay: string, token: string, placedAt: number): string {
  const order = { email: "rui@mail.example", steps: [{ kind: "placed", at: placedAt }], items: [{ name: "Shoes" }] };
  return `${line("PUT", relay, token)} -H "Content-Type: application/json" -d '${JSON.stringify(order)}'`;
}

/** The line that takes it back. */
export function forgetLine(relay: string, token: string): string {
  return line("DELETE", relay, token);
}

function line(method: string, relay: string, token: string): string {
  return `curl -X ${method} ${relay}/v1/orders/${NUMBER} -H "Authorization: Bearer ${token}"`;
}
