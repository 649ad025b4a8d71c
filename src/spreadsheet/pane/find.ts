/** The list of functions in the task pane: what is typed leaves those that have it. */
const box = document.querySelector<HTMLInputElement>("#find");
const entries = [...document.querySelectorAll("details")];

box?.addEventListener("input", () => {
  const wanted = box.value.trim().toLowerCase();
  for (const entry of entries) entry.hidden = !entry.textContent.toLowerCase().includes(wanted);
});
