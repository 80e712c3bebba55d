// What every page does beyond links and forms: light up the note of the words under the pointer or the focus.

function lit(event, on) {
  const words = event.target.closest?.("[data-claim]");
  if (!words) return;
  const note = document.getElementById(`c-${words.dataset.claim}`);
  if (!note) return;
  note.classList.toggle("lit", on);
  if (on) note.scrollIntoView({ block: "nearest", behavior: "instant" });
}

for (const name of ["mouseover", "focusin"]) document.addEventListener(name, (event) => lit(event, true));
for (const name of ["mouseout", "focusout"]) document.addEventListener(name, (event) => lit(event, false));

// A link to a folded part opens it.
function unfold() {
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (part instanceof HTMLDetailsElement) part.open = true;
}
addEventListener("hashchange", unfold);
unfold();

// A slider over days sets the date beside it; the day's number is Python's (days since the year 1).
document.addEventListener("input", (event) => {
  const set = event.target.dataset?.sets;
  if (!set) return;
  const day = new Date(Date.UTC(1, 0, 1));
  day.setUTCFullYear(1, 0, Number(event.target.value));
  event.target.form.elements[set].value = day.toISOString().slice(0, 10);
});

// Files may be dropped anywhere on the form that takes them.
for (const form of document.querySelectorAll("[data-drop]")) {
  const over = (event, on) => {
    event.preventDefault();
    form.classList.toggle("over", on);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    form.elements.files.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
