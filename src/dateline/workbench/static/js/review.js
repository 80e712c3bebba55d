// The review by keyboard, and values picked by selecting words in the text.

const panes = document.querySelector(".panes");
const keys = JSON.parse(panes?.dataset.keys ?? "{}");
const times = JSON.parse(panes?.dataset.times ?? "[]");
const edit = document.getElementById("edit");
const text = document.getElementById("text");
const NAMES = ["actor", "target", "speaker", "claimed_by", "denied_by", "place", "instrument"];

const here = document.getElementById("here");
const pane = here?.closest(".pane");
if (pane) pane.scrollTop = here.offsetTop - pane.offsetTop - pane.clientHeight / 3;

const isTyping = (element) => element.closest("input, select, textarea, dialog[open]") !== null;

const acts = {
  edit: () => edit?.elements.value.focus(),
  merge: () => document.getElementById("with")?.focus(),
  back: () => history.back(),
  help: () => document.getElementById("help").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const does = Object.keys(keys).find((name) => keys[name] === event.key);
  if (!does) return;
  event.preventDefault();
  if (does in acts) acts[does]();
  else document.querySelector(`[data-does="${does}"]:not([disabled])`)?.click();
});

document.querySelector('button[data-does="help"]')?.addEventListener("click", acts.help);

for (const button of document.querySelectorAll("[data-field]")) {
  button.addEventListener("click", () => {
    edit.elements.field.value = button.dataset.field;
    edit.elements.value.value = button.dataset.value;
    edit.elements.value.focus();
    edit.elements.value.select();
  });
}

// How many characters of the report stand before a point of the page. Python counts code points, JavaScript
// code units; a sign for an unseen character stands for one.
function offset(node, within) {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, within);
  const before = range.cloneContents();
  for (const sign of before.querySelectorAll("[data-length]")) sign.textContent = "\u0001";
  return Array.from(before.textContent).length;
}

function picked() {
  const selection = getSelection();
  if (!edit || !text || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  const words = selection.toString();
  const lead = words.length - words.trimStart().length;
  const start = offset(range.startContainer, range.startOffset) + lead;
  const end = start + Array.from(words.trim()).length;
  if (end <= start) return;
  edit.elements.start.value = start;
  edit.elements.end.value = end;
  document.getElementById("picked").textContent = `“${words.trim()}”`;
  const field = edit.elements.field.value;
  const time = times.find(([from, to]) => from < end && start < to);
  if (NAMES.includes(field)) edit.elements.value.value = words.trim();
  if (field === "time" && time) edit.elements.value.value = time[2];
}

text?.addEventListener("mouseup", picked);
text?.closest("[tabindex]")?.addEventListener("keyup", picked);
