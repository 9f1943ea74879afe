// A router as small as it can be: a link to a view exchanges the content of <main> for that view's template.

/** @param {string} path */
function viewAt(path) {
  return /** @type {HTMLTemplateElement | null} */ (
    document.querySelector(`template[data-path="${CSS.escape(path)}"]`)
  );
}

/** @param {HTMLTemplateElement} view */
function show(view) {
  const main = document.querySelector("main");
  main?.replaceChildren(view.content.cloneNode(true));
  document.title = view.getAttribute("data-title") ?? "";
  scrollTo(0, 0);
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const view = link && viewAt(link.pathname);
  if (!view || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.pathname);
  show(view);
});

addEventListener("popstate", () => {
  const view = viewAt(location.pathname);
  if (view) show(view);
});
