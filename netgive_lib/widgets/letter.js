// The message as text, with its length, a copy button, and a link to the mail program.
function words(text) {
  return text.split(/\s+/).filter(Boolean).length;
}

async function copy(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    // Outside a secure context, as in a class on a local network, there is only the old way.
    area.select();
    return document.execCommand("copy");
  }
}

export default {
  render({ model, el }) {
    const box = document.createElement("div");
    box.className = "ng-letter";
    const label = document.createElement("label");
    label.textContent = "Your message";
    const area = document.createElement("textarea");
    area.rows = 12;
    area.value = model.get("text");
    label.append(area);
    const count = document.createElement("span");
    count.setAttribute("role", "status");
    const button = document.createElement("button");
    button.type = "button";
    const link = document.createElement("a");
    link.textContent = "Open in your mail program";
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    const row = document.createElement("div");
    row.append(button, link, count);
    box.append(label, row);
    el.append(box);
    let telling = null;

    function show() {
      const long = words(area.value);
      const most = model.get("most");
      count.textContent = long > most ? `${long} words: ${long - most} too many` : `${long} words`;
      count.classList.toggle("ng-letter-long", long > most);
      button.textContent = "Copy";
      const body = area.value.replace(/\r?\n/g, "\r\n");
      link.href = `mailto:${encodeURIComponent(model.get("to")).replace(/%40/g, "@")}?subject=${encodeURIComponent(
        model.get("subject"),
      )}&body=${encodeURIComponent(body)}`;
    }
    area.addEventListener("input", () => {
      show();
      clearTimeout(telling);
      telling = setTimeout(() => {
        model.set("text", area.value);
        model.save_changes();
      }, 300);
    });
    button.addEventListener("click", async () => {
      button.textContent = (await copy(area)) ? "Copied" : "Press Ctrl+C to copy";
    });
    const fresh = () => {
      if (area.value !== model.get("text")) area.value = model.get("text");
      show();
    };
    model.on("change:text", fresh);
    show();
    return () => {
      clearTimeout(telling);
      model.off("change:text", fresh);
    };
  },
};
