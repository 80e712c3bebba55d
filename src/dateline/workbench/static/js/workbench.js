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
