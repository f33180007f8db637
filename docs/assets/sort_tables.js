// Lets a click on a column's head sort its table; the head says in which order.
document.querySelectorAll(".md-typeset table").forEach((table) => {
  const heads = [...table.querySelectorAll("thead th")];
  const body = table.tBodies[0];
  if (!body || body.rows.length < 2 || heads.some((head) => !head.textContent.trim())) return;
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      const text = (row) => row.cells[column].textContent.trim();
      const sorted = [...body.rows].sort((one, other) => text(one).localeCompare(text(other), "en", { numeric: true }));
      body.append(...(down ? sorted.reverse() : sorted));
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
    });
  });
});
