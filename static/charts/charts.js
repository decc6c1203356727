// Draws what stands in a table beside it. The library comes only when a chart comes into view; all
// it shows is in the page already, so nothing is lost where scripts are off.
"use strict";

(() => {
  const library = document.currentScript.dataset.echarts;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const drawn = new Map();
  let loading = null;

  const loaded = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = library;
      script.onload = () => resolve(window.echarts);
      script.onerror = () => reject(new Error(library));
      document.head.append(script);
    });
    return loading;
  };

  const look = (stage) => {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    return {
      ink: read("ink"), soft: read("soft"), line: read("line"), sheet: read("sheet"),
      hues: [0, 1, 2, 3, 4, 5, 6, 7].map((number) => read(`hue-${number}`)),
      text: getComputedStyle(document.body).fontFamily,
      narrow: stage.clientWidth < 500,
      width: Math.max(stage.clientWidth, 1),
      area: stage.clientWidth * stage.clientHeight,
    };
  };

  const told = (data) => ({
    renderMode: "richText",
    confine: true,
    formatter: (asked) => {
      const said = asked.data && asked.data.text ? `${asked.data.text} ${data.unit}` : "";
      const name = asked.dataType === "edge" ? `${asked.data.source} → ${asked.data.target}` : asked.name;
      return said ? `${name}\n${said}` : name;
    },
  });

  const ROOM = 90 ** 2; // square pixels that a name and an amount take
  const total = (data) => data.items.reduce((sum, item) => sum + item.value, 0);

  // Relative luminance of a colour `#rrggbb`, as WCAG defines it; a shorter one is doubled.
  const luminance = (colour) => {
    const long = colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour;
    return [0.2126, 0.7152, 0.0722].reduce((sum, share, place) => {
      const part = parseInt(long.slice(1 + 2 * place, 3 + 2 * place), 16) / 255;
      return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);
  };

  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const painted = (fill, look) => ({
    itemStyle: { color: fill },
    label: { color: contrast(fill, look.sheet) >= contrast(fill, look.ink) ? look.sheet : look.ink },
  });

  const treemap = (data, look) => ({
    series: [{
      type: "treemap",
      data: data.items.map((item, place) => ({ ...item, ...painted(look.hues[place % look.hues.length], look) })),
      roam: false,
      nodeClick: false,
      breadcrumb: { show: false },
      left: 0, right: 0, top: 0, bottom: 0,
      itemStyle: { borderColor: look.sheet, gapWidth: 2 },
      // A part too small for its words leaves them to the tip and the table.
      label: {
        fontSize: 13, lineHeight: 18, padding: 4, position: "insideTopLeft", overflow: "break",
        formatter: (asked) => (asked.value * look.area < ROOM * total(data) ? "" : `${asked.name}\n${asked.data.text}`),
      },
    }],
  });

  // Where little room is left, each gap between two stages holds the names of one stage alone.
  const levels = (data, look) => [0, 1, 2, 3].map((depth) => {
    const middle = look.narrow && depth > 0;
    const show = !(look.narrow && depth === data.total);
    return { depth, label: { show, position: middle || depth === data.depth ? "left" : "right" } };
  });

  const flow = (data, look) => ({
    series: [{
      type: "sankey",
      data: data.items.map((item, place) => ({ ...item, itemStyle: { color: look.hues[place % look.hues.length] } })),
      links: data.links,
      nodeAlign: "justify",
      draggable: false,
      left: 8, right: 8, top: 16, bottom: 16,
      nodeGap: look.narrow ? 26 : 14,
      nodeWidth: 12,
      emphasis: { focus: "adjacency" },
      lineStyle: { color: "gradient", opacity: 0.3 },
      label: {
        color: look.ink, fontSize: look.narrow ? 11 : 12, textBorderColor: look.sheet, textBorderWidth: 3,
        formatter: (asked) => (look.narrow ? asked.name : `${asked.name}  ${asked.data.text}`),
        ...(look.narrow ? { width: 76, overflow: "break" } : {}),
      },
      levels: levels(data, look),
    }],
  });

  // How many lines its names take: a Chinese letter is as broad as it is high, another half of that.
  const legendLines = (data, look) => {
    const breadth = (text) => [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 12 : 7), 45);
    return Math.ceil(data.series.reduce((sum, each) => sum + breadth(each.name), 0) / look.width);
  };

  const axes = (data, look) => ({
    grid: { left: 8, right: 8, top: 16 + 24 * legendLines(data, look), bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: look.ink } },
    xAxis: { type: "category", data: data.categories, axisLabel: { color: look.soft, formatter: (name) => (look.narrow ? name.replace(/\s*[（(].*$/u, "") : name) }, axisLine: { lineStyle: { color: look.line } } },
    yAxis: { type: "value", axisLabel: { color: look.soft }, splitLine: { lineStyle: { color: look.line } } },
  });

  const trend = (data, look) => ({
    ...axes(data, look),
    series: data.series.map((each, place) => ({
      type: "line", name: each.name, data: each.values, connectNulls: false, symbolSize: 8,
      symbol: ["circle", "rect", "triangle", "diamond"][place % 4],
      lineStyle: { width: 2.5, type: ["solid", "dashed", "dotted"][place % 3] },
    })),
  });

  const bars = (data, look) => ({
    ...axes(data, look),
    series: data.series.map((each) => ({ type: "bar", name: each.name, data: each.values, barMaxWidth: 40 })),
  });

  const KINDS = { treemap, flow, trend, bars };

  const option = (data, look) => ({
    color: look.hues,
    textStyle: { fontFamily: look.text },
    animation: !still.matches,
    aria: { enabled: true, label: { description: `${data.title}，${data.unit}。${data.summary}` } },
    tooltip: told(data),
    ...KINDS[data.kind](data, look),
  });

  const credited = (data, look) => ({
    title: { text: `${data.title}（${data.unit}）`, subtext: data.source, left: 16, top: 12, textStyle: { color: look.ink }, subtextStyle: { color: look.soft } },
    backgroundColor: look.sheet,
  });

  const WIDE = 1200;
  const HIGH = 760;
  const onPaper = (echarts, data, renderer, act) => {
    const stage = document.createElement("div");
    const style = { ...look(stage), narrow: false, width: WIDE, area: WIDE * HIGH };
    const chart = echarts.init(stage, null, { renderer, width: WIDE, height: HIGH });
    const made = { ...option(data, style), ...credited(data, style), animation: false };
    for (const each of made.series) if (made.grid === undefined) Object.assign(each, { top: 90, left: 24, right: 24, bottom: 24 });
    if (made.grid) Object.assign(made.grid, { top: 120, left: 24, right: 24, bottom: 24 });
    if (made.legend) Object.assign(made.legend, { top: 80, left: 16 });
    chart.setOption(made);
    const answer = act(chart);
    chart.dispose();
    return answer;
  };

  const quoted = (text) => `"${String(text ?? "").replaceAll('"', '""')}"`;

  const rows = (data) => {
    if (data.series) return data.series.flatMap((each) => data.categories.map((name, place) => [`${each.name} ${name}`, each.texts[place]]));
    if (data.links) return data.links.map((link) => [`${link.source} → ${link.target}`, link.text]);
    return data.items.map((item) => [item.name, item.text]);
  };

  const csv = (data) => {
    const lines = [["name", "value", "unit", "source"], ...rows(data).map(([name, text]) => [name, text, data.unit, data.source])];
    return `\ufeff${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
  };

  const save = (name, content, type) => {
    const link = document.createElement("a");
    link.href = content instanceof Blob ? URL.createObjectURL(content) : content;
    link.download = `${name}.${type}`;
    link.click();
    if (content instanceof Blob) setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const SAVED = {
    svg: (echarts, data) => new Blob([onPaper(echarts, data, "svg", (chart) => chart.renderToSVGString())], { type: "image/svg+xml" }),
    png: (echarts, data) => onPaper(echarts, data, "canvas", (chart) => chart.getDataURL({ type: "png", pixelRatio: 2 })),
    csv: (_echarts, data) => new Blob([csv(data)], { type: "text/csv" }),
  };

  // What its width and height leave out: a picture that paper may make smaller.
  const framed = (stage) => {
    const svg = stage.querySelector("svg");
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
  };

  const draw = async (figure) => {
    const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const echarts = await loaded();
    const stage = figure.querySelector(".drawing");
    const chart = echarts.init(stage, null, { renderer: "svg" });
    chart.setOption(option(data, look(stage)));
    framed(stage);
    chart.on("click", (asked) => { if (asked.data && asked.data.url) location.assign(asked.data.url); });
    drawn.set(figure, { chart, data, stage });
    const tools = figure.querySelector(".save");
    tools.hidden = false;
    for (const button of tools.querySelectorAll("button")) {
      button.addEventListener("click", () => save(data.title, SAVED[button.value](echarts, data), button.value));
    }
  };

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "200px" });
  for (const figure of document.querySelectorAll("figure[data-chart]")) seen.observe(figure);

  // A picture that the server drew: only saving it needs the library.
  for (const figure of document.querySelectorAll("figure[data-saved]")) {
    const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const tools = figure.querySelector(".save");
    tools.hidden = false;
    for (const button of tools.querySelectorAll("button")) {
      button.addEventListener("click", async () => save(data.title, SAVED[button.value](await loaded(), data), button.value));
    }
  }

  const again = () => {
    for (const { chart, data, stage } of drawn.values()) {
      chart.setOption({ ...option(data, look(stage)), animation: false }, true);
    }
  };

  addEventListener("resize", () => {
    if (paper.matches) return;
    for (const { chart, stage } of drawn.values()) {
      chart.resize();
      framed(stage);
    }
    again();
  });
  // Paper is white and has the colours of the light scheme.
  for (const each of [dark, paper]) each.addEventListener("change", again);
})();
