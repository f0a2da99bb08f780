// Ticks off the rules of a checklist while the reader types. The rules come with the page; the server
// checks them all again.
for (const list of document.querySelectorAll(".checklist")) {
  const field = document.getElementById(list.dataset.of);
  const other = document.getElementById(list.querySelector("[data-same-as]")?.dataset.sameAs);

  const isMet = ({ dataset }) => {
    if (field.value === "") return false;
    return dataset.sameAs
      ? field.value === other.value
      : new RegExp(dataset.pattern, dataset.flags).test(field.value);
  };
  const update = () => {
    for (const item of list.querySelectorAll("li")) {
      item.classList.toggle("met", isMet(item));
      item.querySelector("span").textContent = isMet(item) ? list.dataset.met : list.dataset.open;
    }
  };
  for (const item of list.querySelectorAll("li")) {
    const words = document.createElement("span");
    words.className = "visually-hidden";
    item.append(words);
  }
  field.addEventListener("input", update);
  other?.addEventListener("input", update);
  update();
}
