
// ---- a running scan
{
  const query = location.search, scan = scans[0], most = 16000, box = add(head, "section", "", { class: "live", "aria-label": "The running scan" });
  const state = add(box, "p", "Waiting for the first points …"), more = add(box, "p", "", { class: "soft" });
  for (const column of columns) { const grown = new Float32Array(most); grown.set(column.values.subarray(0, count)); column.values = grown; }
  const stored = columns.filter(column => column.name !== "catalogue");
  /** New points; when there are too many, every other one goes. */
  function take(points) {
    const values = floats(points.values);
    for (let i = 0; i < points.ids.length; i++) {
      if (count === most) {
        for (let k = 0; k < most / 2; k++) { for (const column of columns) column.values[k] = column.values[2 * k]; data.ids[k] = data.ids[2 * k]; }
        count = most / 2;
      }
      stored.forEach((column, j) => column.values[count] = values[i * stored.length + j]);
      byName.catalogue.values[count] = 0;
      data.ids[count++] = points.ids[i];
    }
  }
  // the cells that all points reach are asked for when a plane is drawn, and drawn when they are there
  const cells = new Map();
  let asking = false;
  const wanted = (a, b) => a.index < b.index ? a.index + "," + b.index : b.index + "," + a.index;
  for (const [x, y] of data.planes) cells.set(wanted(byName[x], byName[y]), null);
  planeCells = (_, a, b) => {
    const key = wanted(a, b);
    if (!cells.has(key)) { cells.set(key, null); ask().then(redraw); }
    return cells.get(key);
  };
  async function ask() {
    if (asking) return;
    asking = true;
    try {
      const answer = await (await fetch("cells" + query + "&planes=" + [...cells.keys()].join(";"))).json();
      scan.grids = answer.grids;
      for (const [key, text] of Object.entries(answer.cells)) cells.set(key, bytes(text));
    } catch { /* the scan is over: what is drawn stays */ }
    asking = false;
  }
  const time = s => s < 60 ? `${Math.round(s)} s` : s < 3600 ? `${Math.floor(s / 60)} min ${Math.round(s % 60)} s` : `${Math.floor(s / 3600)} h ${Math.floor(s / 60) % 60} min`;
  function show(news) {
    Object.assign(scan, { evaluated: news.evaluated, valid: news.valid, stored: news.stored, first_valid: news.first_valid, history: news.history, status: news.state });
    for (const constraint of data.constraints) constraint.share = news.shares[constraint.name] ?? null;
    if (news.points) take(news.points);
    state.innerHTML = `<b>${news.state === "running" ? "The scan is running" : "The scan has ended"}</b>: ${thousands(news.evaluated)} points tried in ${time(news.seconds)} (${thousands(news.rate)} a second), ${thousands(news.valid)} valid, ${thousands(news.stored)} stored, ${thousands(news.cells)} cells reached of ${thousands(news.total_cells)}` + (news.failed ? `, ${thousands(news.failed)} could not be computed` : "") + ".";
    more.innerHTML = [news.families ? `Connected families so far: ${thousands(news.families)}.` : "", news.left ? `Time left until a rule ends it: ${escape(news.left)}.` : ""].filter(Boolean).join(" ");
    outlook.textContent = news.outlook ? news.outlook[0].toUpperCase() + news.outlook.slice(1) + "." : "";
  }
  if (data.live.number) show(data.live.news);
  const events = new EventSource(`events${query}&after=${data.live.number}`);
  let waiting = false;
  events.addEventListener("progress", async event => {
    show(JSON.parse(event.data));
    if (waiting) return;
    waiting = true;
    await ask();
    requestAnimationFrame(() => { waiting = false; if (!document.hidden) redraw(); });
  });
  events.addEventListener("end", async event => {
    events.close();
    const end = JSON.parse(event.data);
    show(end);
    await ask();
    more.innerHTML = end.words.map(escape).join("<br>") + `<br>Everything about it: <code>${escape(end.report)}</code>`;
    redraw();
  });
  events.addEventListener("error", () => { if (scan.status === "running") more.textContent = "No connection to the scan: it has ended, or it was stopped."; });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) redraw(); });
  redraw();
}
