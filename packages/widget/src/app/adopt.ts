/** Adds rules to those that the shadow root of an element has. */
export function adopt(element: Element, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  (element.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheet);
}
