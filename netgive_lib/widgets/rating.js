// One row a person, one radio button a ring. Keys 1 to 5 rate, 0 passes, up and down move.
function row(person, index, model, moveTo) {
  const element = document.createElement("div");
  element.className = "ng-rate-row";
  element.tabIndex = index === 0 ? 0 : -1;
  element.setAttribute("role", "radiogroup");
  element.setAttribute("aria-label", `How close is ${person.name}?`);

  const words = document.createElement("div");
  words.className = "ng-rate-who";
  const name = document.createElement("strong");
  name.textContent = person.name;
  const who = document.createElement("span");
  who.textContent = [person.who, person.contact].filter(Boolean).join(" · ");
  words.append(name, who);

  const choices = document.createElement("div");
  choices.className = "ng-rate-choices";
  const rings = model.get("rings");
  const buttons = [...rings.map((_, i) => i + 1), 0].map((ring) => {
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    button.setAttribute("role", "radio");
    button.textContent = ring === 0 ? "?" : String(ring);
    const meaning = ring === 0 ? "not sure yet" : rings[ring - 1];
    button.title = meaning;
    button.setAttribute("aria-label", ring === 0 ? meaning : `ring ${ring}, ${meaning}`);
    button.addEventListener("click", () => rate(ring));
    return button;
  });
  choices.append(...buttons);
  element.append(words, choices);

  function show() {
    const rating = model.get("ratings")[person.id];
    buttons.forEach((button, i) => {
      const ring = i < rings.length ? i + 1 : 0;
      button.setAttribute("aria-checked", String(rating === ring));
    });
    element.classList.toggle("ng-rate-done", rating !== undefined);
  }
  function rate(ring) {
    model.set("ratings", { ...model.get("ratings"), [person.id]: ring });
    model.save_changes();
    show();
    moveTo(index + 1);
  }
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const ring = event.key === "0" || event.key === "?" ? 0 : Number.parseInt(event.key, 10);
    if (ring >= 0 && ring <= rings.length) rate(ring);
    else if (event.key === "ArrowDown") moveTo(index + 1);
    else if (event.key === "ArrowUp") moveTo(index - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  show();
  return { element, show };
}

export default {
  render({ model, el }) {
    let rows = [];
    const list = document.createElement("div");
    list.className = "ng-rate";
    el.append(list);

    function moveTo(index) {
      const next = rows[Math.max(0, Math.min(index, rows.length - 1))];
      for (const { element } of rows) element.tabIndex = -1;
      if (!next) return;
      next.element.tabIndex = 0;
      next.element.focus({ preventScroll: false });
    }
    function draw() {
      rows = model.get("people").map((person, index) => row(person, index, model, moveTo));
      list.replaceChildren(...rows.map(({ element }) => element));
    }
    const refresh = () => rows.forEach(({ show }) => show());
    model.on("change:people", draw);
    model.on("change:ratings", refresh);
    draw();
    return () => {
      model.off("change:people", draw);
      model.off("change:ratings", refresh);
    };
  },
};
