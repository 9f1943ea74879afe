// The shop's own bag, kept in this browser. It has nothing to do with the bell.

const KEY = "lisboa-bag";

/** @typedef {{ path: string, name: string, size: string, price: number }} Line */

/** @returns {Line[]} */
function readBag() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // storage is switched off, or holds something else: the shop still works, with an empty bag
  }
}

/** @param {Line[]} lines */
function keepBag(lines) {
  localStorage.setItem(KEY, JSON.stringify(lines));
  showBag();
}

/** @param {string} part */
function parts(part) {
  return /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[data-bag="${part}"]`));
}

function showBag() {
  const lines = readBag();
  const total = lines.reduce((sum, line) => sum + line.price, 0);
  for (const part of parts("count")) part.textContent = String(lines.length);
  for (const part of parts("total")) part.textContent = `€${total}`;
  for (const part of parts("empty")) part.hidden = lines.length > 0;
  for (const part of parts("full")) part.hidden = lines.length === 0;
  for (const part of parts("lines")) part.replaceChildren(...lines.map(lineItem));
}

/**
 * @param {Line} line
 * @param {number} index
 */
function lineItem(line, index) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const remove = document.createElement("button");
  link.href = line.path;
  link.textContent = `${line.name}, size ${line.size}`;
  remove.type = "button";
  remove.textContent = "Take out";
  remove.setAttribute("aria-label", `Take out ${line.name}, size ${line.size}`);
  remove.addEventListener("click", () => keepBag(readBag().filter((_, place) => place !== index)));
  item.append(link, ` €${line.price} `, remove);
  return item;
}

/** @param {HTMLFormElement} form */
function addToBag(form) {
  const { path = "", name = "", price } = form.dataset;
  const size = String(new FormData(form).get("size"));
  keepBag([...readBag(), { path, name, size, price: Number(price) }]);
  const said = form.querySelector('[data-bag="said"]');
  if (said) said.textContent = `${name}, size ${size}, is in your bag.`;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault(); // no form of this shop goes anywhere
  if (form.matches('[data-bag="add"]')) addToBag(form);
  const said = form.querySelector("[data-checkout-said]");
  if (said) said.textContent = "This is a demo shop: nothing was ordered, and nothing was sent.";
});

showBag();
