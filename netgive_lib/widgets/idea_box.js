// A line and a clock. Enter finishes an idea; the clock starts with the first key.
function inWords(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export default {
  render({ model, el }) {
    const box = document.createElement("form");
    box.className = "ng-idea";
    const line = document.createElement("input");
    line.type = "text";
    line.setAttribute("aria-label", model.get("label"));
    line.placeholder = model.get("placeholder");
    line.autocomplete = "off";
    const add = document.createElement("button");
    add.type = "submit";
    add.textContent = "Keep it";
    const clock = document.createElement("span");
    clock.className = "ng-idea-clock";
    clock.setAttribute("role", "timer");
    const bar = document.createElement("i");
    const time = document.createElement("b");
    clock.append(time, bar);
    const start = document.createElement("button");
    start.type = "button";
    start.className = "ng-idea-start";
    box.append(line, add, clock, start);
    el.append(box);

    let left = model.get("seconds");
    let ticking = null;
    let telling = null;

    function show() {
      time.textContent = inWords(left);
      bar.style.transform = `scaleX(${left / model.get("seconds")})`;
      start.textContent = ticking ? "Stop the clock" : left === 0 ? "Three more minutes" : "Start the clock";
      clock.classList.toggle("ng-idea-over", left === 0);
    }
    function stop() {
      clearInterval(ticking);
      ticking = null;
    }
    function run() {
      if (ticking) return;
      const end = Date.now() + left * 1000;
      ticking = setInterval(() => {
        left = Math.max(0, Math.round((end - Date.now()) / 1000));
        if (left === 0) stop();
        show();
      }, 250);
      show();
    }
    function tell() {
      clearTimeout(telling);
      telling = setTimeout(() => {
        model.set("draft", line.value);
        model.save_changes();
      }, 250);
    }
    line.addEventListener("input", () => {
      if (left === model.get("seconds")) run();
      tell();
    });
    start.addEventListener("click", () => {
      if (ticking) stop();
      else {
        if (left === 0) left = model.get("seconds");
        run();
      }
      show();
    });
    box.addEventListener("submit", (event) => {
      event.preventDefault();
      const idea = line.value.trim();
      if (!idea) return;
      clearTimeout(telling);
      line.value = "";
      model.set("draft", "");
      model.set("ideas", [...model.get("ideas"), idea]);
      model.save_changes();
      line.focus();
    });
    show();
    return () => {
      stop();
      clearTimeout(telling);
    };
  },
};
